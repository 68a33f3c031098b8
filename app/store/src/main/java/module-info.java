import org.jspecify.annotations.NullMarked;

/**
 * What survives: orders, payment attempts, catalogue with its search index, outbox and journal in one SQLite file. The
 * only module of the till that knows SQL.
 */
@NullMarked
module io.keentill.store {
    requires static transitive org.jspecify;
    requires transitive io.keentill.domain;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports io.keentill.store;
}
