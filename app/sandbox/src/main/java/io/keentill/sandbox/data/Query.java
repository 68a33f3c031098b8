package io.keentill.sandbox.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A search among the stored objects of one kind, newest first unless said otherwise. Field names are never user input. */
public final class Query {
    private final String kind;
    private final StringBuilder where = new StringBuilder("kind = ?");
    private final List<Object> parameters = new ArrayList<>();
    private boolean oldestFirst;

    private Query(String kind) {
        this.kind = kind;
        parameters.add(kind);
    }

    /** All objects of {@code kind}. */
    public static Query of(String kind) {
        return new Query(kind);
    }

    /** Only where {@code field} equals {@code value} (text, whole number, or Boolean). */
    public Query where(String field, Object value) {
        return and("json_extract(body, '$." + field + "') = ?", value instanceof Boolean flag ? (flag ? 1 : 0) : value);
    }

    /** Only where {@code field} equals {@code value}, upper or lower case alike. */
    public Query whereIgnoringCase(String field, String value) {
        return and("lower(json_extract(body, '$." + field + "')) = ?", value.toLowerCase(Locale.ROOT));
    }

    /** Only where {@code field} is one of the texts. */
    public Query whereIn(String field, String... values) {
        where.append(" AND json_extract(body, '$.").append(field).append("') IN (?");
        where.append(", ?".repeat(values.length - 1)).append(')');
        parameters.addAll(List.of(values));
        return this;
    }

    /** Only where the text occurs in one of the fields, in either case. */
    public Query containing(String text, List<String> fields) {
        List<String> tests = new ArrayList<>();
        for (String field : fields) {
            tests.add("instr(lower(json_extract(body, '$." + field + "')), ?) > 0");
            parameters.add(text.toLowerCase(Locale.ROOT));
        }
        where.append(" AND (").append(String.join(" OR ", tests)).append(')');
        return this;
    }

    /** Only where the moment in {@code _expires} (milliseconds since 1970) has come; objects without one never match. */
    public Query expired(long millis) {
        return and("json_extract(body, '$._expires') <= ?", millis);
    }

    /** Only objects made at or after this moment (milliseconds since 1970). */
    public Query since(long millis) {
        return and("created >= ?", millis);
    }

    /** Only objects made before this moment (milliseconds since 1970). */
    public Query before(long millis) {
        return and("created < ?", millis);
    }

    /** Only where {@code field} is there and not null. */
    public Query whereNotNull(String field) {
        where.append(" AND json_extract(body, '$.").append(field).append("') IS NOT NULL");
        return this;
    }

    /** Only where the whole number in {@code field} is at least this. */
    public Query atLeast(String field, long least) {
        return and("json_extract(body, '$." + field + "') >= ?", least);
    }

    /** Only where the whole number in {@code field} is below this. */
    public Query below(String field, long bound) {
        return and("json_extract(body, '$." + field + "') < ?", bound);
    }

    /** Only objects after {@code seq} in the list's order: older ones. */
    public Query olderThan(long seq) {
        return and("seq < ?", seq);
    }

    /** Only objects before {@code seq} in the list's order: newer ones. */
    public Query newerThan(long seq) {
        return and("seq > ?", seq);
    }

    /** Turns the order round. */
    public Query oldestFirst() {
        oldestFirst = true;
        return this;
    }

    /** Up to {@code limit} objects after skipping {@code offset}. */
    public List<ObjectNode> fetch(Tx tx, long limit, long offset) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(limit);
        all.add(offset);
        String order = oldestFirst ? "ASC" : "DESC";
        return tx.query(
                row -> Json.stored(row.getString(1)),
                "SELECT body FROM objects WHERE " + where + " ORDER BY seq " + order + " LIMIT ? OFFSET ?",
                all.toArray());
    }

    /** All matching objects. */
    public List<ObjectNode> all(Tx tx) {
        return fetch(tx, Long.MAX_VALUE, 0);
    }

    /** The first matching object. */
    public Optional<ObjectNode> first(Tx tx) {
        return fetch(tx, 1, 0).stream().findFirst();
    }

    /** How many objects match. */
    public long count(Tx tx) {
        return tx.first(row -> row.getLong(1), "SELECT count(*) FROM objects WHERE " + where, parameters.toArray())
                .orElseThrow();
    }

    /** The place of an object in the list's order, or null when there is no such object. */
    public @Nullable Long placeOf(Tx tx, String id) {
        return tx.first(row -> row.getLong(1), "SELECT seq FROM objects WHERE kind = ? AND id = ?", kind, id)
                .orElse(null);
    }

    private Query and(String test, Object value) {
        where.append(" AND ").append(test);
        parameters.add(value);
        return this;
    }
}
