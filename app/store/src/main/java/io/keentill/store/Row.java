package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The current row of a query, read by column name into the domain's types. */
final class Row {

    private final ResultSet results;
    private final Map<String, Integer> columns;

    /** @param columns numbers of the columns by name: the driver would look them up again for each query */
    Row(ResultSet results, Map<String, Integer> columns) {
        this.results = results;
        this.columns = columns;
    }

    private int at(String column) throws SQLException {
        Integer number = columns.get(column);
        if (number == null) {
            throw new SQLException("There is no column " + column);
        }
        return number;
    }

    String text(String column) throws SQLException {
        String value = results.getString(at(column));
        if (value == null) {
            throw new SQLException("Column " + column + " is empty");
        }
        return value;
    }

    @Nullable
    Sentence sentenceOrNull(String column) throws SQLException {
        String text = textOrNull(column);
        return text == null ? null : Sentence.fromStored(text);
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return results.getString(at(column));
    }

    long number(String column) throws SQLException {
        long value = results.getLong(at(column));
        if (results.wasNull()) {
            throw new SQLException("Column " + column + " is empty");
        }
        return value;
    }

    @Nullable
    Long numberOrNull(String column) throws SQLException {
        long value = results.getLong(at(column));
        return results.wasNull() ? null : value;
    }

    int integer(String column) throws SQLException {
        return Math.toIntExact(number(column));
    }

    @Nullable
    Integer integerOrNull(String column) throws SQLException {
        Long value = numberOrNull(column);
        return value == null ? null : Math.toIntExact(value);
    }

    boolean flag(String column) throws SQLException {
        return number(column) != 0;
    }

    Instant instant(String column) throws SQLException {
        return Instants.fromNanos(number(column));
    }

    @Nullable
    Instant instantOrNull(String column) throws SQLException {
        Long nanos = numberOrNull(column);
        return nanos == null ? null : Instants.fromNanos(nanos);
    }

    byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return results.getBytes(at(column));
    }

    Currency currency(String column) throws SQLException {
        return Currency.getInstance(text(column));
    }

    Money money(String column, Currency currency) throws SQLException {
        return new Money(number(column), currency);
    }

    @Nullable
    Money moneyOrNull(String column, Currency currency) throws SQLException {
        Long minor = numberOrNull(column);
        return minor == null ? null : new Money(minor, currency);
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    /** How one row becomes a value. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }
}
