package io.keentill.store;

import java.sql.SQLException;

/** Carries a database error through code that serves callers without checked exceptions, up to {@link Failures}. */
final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException sql;

    SqlFailure(SQLException sql) {
        super(sql);
        this.sql = sql;
    }

    SQLException sql() {
        return sql;
    }
}
