package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks one value against its field and refuses in words that name the field. */
public final class FieldCheck {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern CURRENCY_FORM = Pattern.compile("[A-Za-z]{3}");

    private static final String NOW = "now";
    private static final double LATEST_SECOND = 1e11;
    private static final int MOST_NUMBERS = 5;

    private FieldCheck() {}

    /** The value to keep for {@code field}; {@code at} is the field's full name for messages. */
    static JsonNode accept(Field field, JsonNode value, String at) {
        return switch (field.kind()) {
            case TEXT -> text(field, value, at);
            case CHOICE -> choice(field, value, at);
            case WHOLE, NUMBER -> number(field, value, at);
            case FLAG -> typed(value.isBoolean(), value, at, "true or false");
            case UUID -> uuid(value, at);
            case TIME -> time(value, at);
            case CURRENCY ->
                typed(
                        value.isString()
                                && CURRENCY_FORM.matcher(value.stringValue()).matches(),
                        value,
                        at,
                        "a three-letter currency code");
            case MAP -> typed(value.isObject(), value, at, "an object");
            case TEXTS -> list(field, value, at, "texts", JsonNode::isString);
            case WHOLES -> list(field, value, at, "whole numbers", JsonNode::isIntegralNumber);
            case NUMBERS -> numbers(field, value, at);
            case MAPS -> list(field, value, at, "objects", JsonNode::isObject);
            case MOMENT -> momentOrNow(value, at);
            case OBJECTS -> objects(field, value, at);
            case OBJECT -> object(field, value, at);
        };
    }

    /** The moment that an ISO 8601 time or date names. */
    public static Instant moment(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /** The moment in a {@link Field.Kind#MOMENT} field. */
    public static Instant moment(JsonNode value, Instant now) {
        if (value.isIntegralNumber()) {
            return Instant.ofEpochSecond(value.longValue());
        }
        return value.stringValue().equals(NOW) ? now : moment(value.stringValue());
    }

    private static JsonNode momentOrNow(JsonNode value, String at) {
        if (value.isString() && !value.stringValue().equals(NOW)) {
            return time(value, at);
        }
        boolean seconds = value.isIntegralNumber() && Math.abs(value.doubleValue()) < LATEST_SECOND;
        return typed(seconds || value.isString(), value, at, "an ISO 8601 time, Unix seconds or now");
    }

    private static JsonNode numbers(Field field, JsonNode value, String at) {
        typed(
                value.isArray() && value.size() <= MOST_NUMBERS,
                value,
                at,
                "a list of up to " + MOST_NUMBERS + " numbers");
        for (JsonNode item : value) {
            typed(item.isNumber(), item, at, "a list of numbers");
            number(field, item, at);
        }
        return value;
    }

    private static JsonNode text(Field field, JsonNode value, String at) {
        typed(value.isString(), value, at, "text");
        int length = value.stringValue().length();
        if (length < field.min() || length > field.max()) {
            throw Refusal.invalid(
                    at,
                    at + " must have " + (int) field.min() + " to " + (int) field.max() + " characters, not " + length
                            + ".");
        }
        return value;
    }

    private static JsonNode choice(Field field, JsonNode value, String at) {
        return typed(
                value.isString() && field.choices().contains(value.stringValue()),
                value,
                at,
                "one of " + String.join(", ", field.choices()));
    }

    private static JsonNode number(Field field, JsonNode value, String at) {
        if (field.kind() == Field.Kind.WHOLE) {
            typed(value.isIntegralNumber() && value.canConvertToLong(), value, at, "a whole number");
        } else {
            typed(value.isNumber(), value, at, "a number");
        }
        double number = value.doubleValue();
        if (number < field.min() || number > field.max()) {
            String upper = field.max() >= (double) Long.MAX_VALUE ? "" : " and at most " + plain(field.max());
            throw Refusal.invalid(at, at + " must be at least " + plain(field.min()) + upper + ".");
        }
        return value;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static JsonNode uuid(JsonNode value, String at) {
        boolean fits =
                value.isString() && UUID_FORM.matcher(value.stringValue()).matches();
        typed(fits, value, at, "a UUID");
        return tools.jackson.databind.node.StringNode.valueOf(
                UUID.fromString(value.stringValue()).toString());
    }

    private static JsonNode time(JsonNode value, String at) {
        typed(value.isString(), value, at, "an ISO 8601 time");
        try {
            Instant moment = moment(value.stringValue());
            return typed(moment.isAfter(Instant.MIN), value, at, "an ISO 8601 time");
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid(at, at + " must be an ISO 8601 time such as 2026-05-01T09:30:00Z.");
        }
    }

    private static JsonNode list(
            Field field, JsonNode value, String at, String what, java.util.function.Predicate<JsonNode> each) {
        typed(value.isArray(), value, at, "a list of " + what);
        size(field, value, at);
        for (JsonNode item : value) {
            typed(each.test(item), item, at, "a list of " + what);
        }
        return value;
    }

    private static JsonNode objects(Field field, JsonNode value, String at) {
        typed(value.isArray(), value, at, "a list of objects");
        size(field, value, at);
        ArrayNode accepted = Json.array();
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            accepted.add(object(field, item, at + "[" + i + "]"));
        }
        return accepted;
    }

    private static JsonNode object(Field field, JsonNode value, String at) {
        typed(value.isObject(), value, at, "an object");
        return Objects.requireNonNull(field.items()).read((ObjectNode) value, at + ".");
    }

    private static void size(Field field, JsonNode value, String at) {
        if (value.size() < field.min() || value.size() > field.max()) {
            throw Refusal.invalid(
                    at, at + " must have " + (int) field.min() + " to " + (int) field.max() + " entries.");
        }
    }

    private static JsonNode typed(boolean fits, JsonNode value, String at, String what) {
        if (!fits) {
            throw Refusal.invalid(at, at + " must be " + what + ".");
        }
        return value;
    }
}
