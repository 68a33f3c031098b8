package io.keentill.sandbox.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/**
 * One input field: its snake_case name, what it may hold, and what it is when left out.
 *
 * @param name snake_case
 * @param kind the type of its value
 * @param required whether a body without it is refused
 * @param nullable whether null is a value of its own; elsewhere null means "left out"
 * @param fallback the value when left out, null for none
 * @param min least number, or least length
 * @param max greatest number, or greatest length
 * @param choices the allowed words of a {@link Kind#CHOICE}
 * @param items the shape of a {@link Kind#OBJECTS} item or of an {@link Kind#OBJECT}
 */
public record Field(
        String name,
        Kind kind,
        boolean required,
        boolean nullable,
        @Nullable JsonNode fallback,
        double min,
        double max,
        List<String> choices,
        @Nullable Shape items) {

    /** The types a field can have. */
    public enum Kind {
        /** Text of a limited length. */
        TEXT,
        /** One of a few words. */
        CHOICE,
        /** A whole number. */
        WHOLE,
        /** Any number. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** A UUID. */
        UUID,
        /** An ISO 8601 time or date. */
        TIME,
        /** Three letters. */
        CURRENCY,
        /** A free object. */
        MAP,
        /** A list of texts. */
        TEXTS,
        /** A list of whole numbers. */
        WHOLES,
        /** A list of numbers, each between two bounds. */
        NUMBERS,
        /** A list of free objects. */
        MAPS,
        /** An ISO 8601 time or date, Unix seconds, or the word now. */
        MOMENT,
        /** A list of objects of one shape. */
        OBJECTS,
        /** One object of a shape. */
        OBJECT
    }

    private static final double MOST = (double) Long.MAX_VALUE;

    /** Text up to {@code max} characters. */
    public static Field text(String name, int max) {
        return of(name, Kind.TEXT, 0, max);
    }

    /** One of {@code choices}. */
    public static Field choice(String name, String... choices) {
        return new Field(name, Kind.CHOICE, false, false, null, 0, 0, List.of(choices), null);
    }

    /** A whole number of at least {@code min}. */
    public static Field whole(String name, long min) {
        return of(name, Kind.WHOLE, (double) min, MOST);
    }

    /** A whole number between two bounds, both allowed. */
    public static Field whole(String name, long min, long max) {
        return of(name, Kind.WHOLE, (double) min, (double) max);
    }

    /** A number between two bounds, both allowed. */
    public static Field number(String name, double min, double max) {
        return of(name, Kind.NUMBER, min, max);
    }

    /** True or false. */
    public static Field flag(String name) {
        return of(name, Kind.FLAG, 0, 0);
    }

    /** A UUID. */
    public static Field uuid(String name) {
        return of(name, Kind.UUID, 0, 0);
    }

    /** An ISO 8601 time or date. */
    public static Field time(String name) {
        return of(name, Kind.TIME, 0, 0);
    }

    /** A three-letter currency code. */
    public static Field currency(String name) {
        return of(name, Kind.CURRENCY, 0, 0);
    }

    /** A free object. */
    public static Field map(String name) {
        return of(name, Kind.MAP, 0, 0);
    }

    /** A list of up to {@code max} texts. */
    public static Field texts(String name, int max) {
        return of(name, Kind.TEXTS, 0, max);
    }

    /** A list of up to {@code max} whole numbers. */
    public static Field wholes(String name, int max) {
        return of(name, Kind.WHOLES, 0, max);
    }

    /** A list of up to five numbers between two bounds, both allowed. */
    public static Field numbers(String name, double min, double max) {
        return of(name, Kind.NUMBERS, min, max);
    }

    /** A list of up to {@code max} free objects. */
    public static Field maps(String name, int max) {
        return of(name, Kind.MAPS, 0, max);
    }

    /** An ISO 8601 time or date, Unix seconds, or the word {@code now}; {@link FieldCheck#moment(JsonNode, java.time.Instant)} reads it. */
    public static Field moment(String name) {
        return of(name, Kind.MOMENT, 0, 0);
    }

    /** A list of {@code min} to {@code max} objects. */
    public static Field objects(String name, int min, int max, Shape items) {
        return new Field(name, Kind.OBJECTS, false, false, null, min, max, List.of(), items);
    }

    /** One object of a shape. */
    public static Field object(String name, Shape shape) {
        return new Field(name, Kind.OBJECT, false, false, null, 0, 0, List.of(), shape);
    }

    /** The same field, refused when left out; a text must then have at least one character. */
    public Field must() {
        return new Field(name, kind, true, nullable, fallback, kind == Kind.TEXT ? 1 : min, max, choices, items);
    }

    /** The same field, with null as a value. */
    public Field orNull() {
        return new Field(name, kind, required, true, fallback, min, max, choices, items);
    }

    /** The same field with this text when left out. */
    public Field or(String value) {
        return or(StringNode.valueOf(value));
    }

    /** The same field with this number when left out. */
    public Field or(long value) {
        return or(LongNode.valueOf(value));
    }

    /** The same field with this flag when left out. */
    public Field or(boolean value) {
        return or(BooleanNode.valueOf(value));
    }

    private Field or(JsonNode value) {
        return new Field(name, kind, required, nullable, value, min, max, choices, items);
    }

    /** The same field as a change would send it: never required, nothing assumed when left out. */
    Field optional() {
        return new Field(name, kind, false, nullable, null, min, max, choices, items);
    }

    private static Field of(String name, Kind kind, double min, double max) {
        return new Field(name, kind, false, false, null, min, max, List.of(), null);
    }
}
