package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Query;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One query parameter that narrows a list.
 *
 * @param param its name in the query
 * @param apply narrows the query by the parameter's text, or refuses it
 */
public record Filter(String param, BiConsumer<Query, String> apply) {

    /** The field of the same name must equal the text. */
    public static Filter equal(String param) {
        return equal(param, param);
    }

    /** The named field must equal the text. */
    public static Filter equal(String param, String field) {
        return new Filter(param, (query, text) -> query.where(field, text));
    }

    /** The field must equal the text in either case, as currency codes do. */
    public static Filter anyCase(String param) {
        return new Filter(param, (query, text) -> query.whereIgnoringCase(param, text));
    }

    /** The field must equal one of the allowed words; another word is refused. */
    public static Filter choice(String param, String... allowed) {
        List<String> words = List.of(allowed);
        return new Filter(param, (query, text) -> {
            if (!words.contains(text)) {
                throw Refusal.invalid(param, param + " must be one of " + String.join(", ", words) + ".");
            }
            query.where(param, text);
        });
    }

    /** The field must be true or false. */
    public static Filter flag(String param, String field) {
        return new Filter(param, (query, text) -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw Refusal.invalid(param, param + " must be true or false.");
            }
            query.where(field, Boolean.valueOf(text));
        });
    }

    /** A comma list of texts that the field may equal. */
    public static Filter anyOf(String param, String field) {
        return new Filter(param, (query, text) -> query.whereIn(field, text.split(",")));
    }

    /** The text must occur in one of the fields. */
    public static Filter search(String... fields) {
        return new Filter("search", (query, text) -> query.containing(text, List.of(fields)));
    }

    /** Made at or after this Unix second. */
    public static Filter createdFrom() {
        return new Filter("created_gte", (query, text) -> query.since(seconds("created_gte", text) * 1000));
    }

    /** Made at or before this Unix second. */
    public static Filter createdTo() {
        return new Filter("created_lte", (query, text) -> query.before((seconds("created_lte", text) + 1) * 1000));
    }

    /** Made at or after this ISO 8601 time or date. */
    public static Filter madeAfter(String param) {
        return new Filter(param, (query, text) -> query.since(millis(param, text)));
    }

    /** Made at or before this ISO 8601 time; of a date, before its end. */
    public static Filter madeBefore(String param) {
        return new Filter(param, (query, text) -> {
            long day = text.length() == 10 ? 86_400_000 : 1;
            query.before(millis(param, text) + day);
        });
    }

    private static long millis(String param, String text) {
        try {
            return FieldCheck.moment(text).toEpochMilli();
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid(param, param + " must be an ISO 8601 time such as 2026-05-01T09:30:00Z.");
        }
    }

    /** The digits of a number, or a 400. */
    public static long seconds(String param, String text) {
        try {
            long value = Long.parseLong(text);
            if (Math.abs(value) < Long.MAX_VALUE / 10_000) {
                return value;
            }
            throw Refusal.invalid(param, param + " is out of range.");
        } catch (NumberFormatException malformed) {
            throw Refusal.invalid(param, param + " must be a whole number.");
        }
    }
}
