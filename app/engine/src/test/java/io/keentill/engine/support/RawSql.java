package io.keentill.engine.support;

import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * Breaks and mends a store's file from outside, as a sick disk would. Reflection, because the engine itself neither needs
 * nor may know SQL.
 */
public final class RawSql {

    private RawSql() {}

    /** From now on every change of this table fails, with an error that no retry mends. */
    public static void breakWrites(Path folder, String table) {
        for (String change : new String[] {"INSERT", "UPDATE"}) {
            run(
                    folder,
                    "CREATE TRIGGER broken_" + table + change + " BEFORE " + change + " ON " + table
                            + " BEGIN SELECT no_such_function(); END");
        }
    }

    /** Undoes {@link #breakWrites}. */
    public static void mendWrites(Path folder, String table) {
        for (String change : new String[] {"INSERT", "UPDATE"}) {
            run(folder, "DROP TRIGGER broken_" + table + change);
        }
    }

    private static void run(Path folder, String sql) {
        try {
            Class<?> manager = Class.forName("java.sql.DriverManager");
            Method connect = manager.getMethod("getConnection", String.class);
            try (AutoCloseable connection =
                    (AutoCloseable) connect.invoke(null, "jdbc:sqlite:" + folder.resolve("keentill.db"))) {
                Object statement = Class.forName("java.sql.Connection")
                        .getMethod("createStatement")
                        .invoke(connection);
                Class.forName("java.sql.Statement")
                        .getMethod("execute", String.class)
                        .invoke(statement, sql);
            }
        } catch (Exception e) {
            throw new AssertionError(sql, e);
        }
    }
}
