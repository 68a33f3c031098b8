package io.keentill.device.emulation;

import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One transaction in the acquirer's books, decided for good.
 *
 * @param number running number, from 1; also its trace and receipt number
 * @param id transaction id (UTI), unique
 * @param reference the till's own word for it, may be empty
 * @param kind what it did
 * @param amountMinor what was approved, or asked for if it was not; minor units
 * @param askedMinor what the till asked for, minor units
 * @param currency ISO 4217 code
 * @param state what became of it
 * @param at when it was decided
 * @param lastFour of the card
 * @param original booking number that it refers to, 0 for none
 * @param code the host's response code, {@code 00} for yes
 * @param settled whether a day was closed over it
 */
public record Booking(
        int number,
        String id,
        String reference,
        Kind kind,
        long amountMinor,
        long askedMinor,
        String currency,
        State state,
        Instant at,
        String lastFour,
        int original,
        String code,
        boolean settled) {

    /** What became of a transaction. */
    public enum State {
        /** It counts. */
        BOOKED,
        /** It counted and was undone or let go; a reservation that was completed is {@link #COMPLETED}. */
        REVERSED,
        /** A reservation whose money was taken by a completion. */
        COMPLETED,
        /** The host said no. */
        DECLINED,
        /** Stopped by customer, clerk or time-out before the host was asked. */
        CANCELLED
    }

    /** Whether the host said yes, whatever came later. */
    public boolean approved() {
        return state != State.DECLINED && state != State.CANCELLED;
    }

    /** Authorisation code, six digits made of the number. */
    public String authCode() {
        return "%06d".formatted((number * 7919L + 100_003) % 1_000_000);
    }

    /** Retrieval reference number, twelve digits made of the number. */
    public String rrn() {
        return "%012d".formatted(600_000_000_000L + number);
    }

    Booking in(State other) {
        return new Booking(
                number,
                id,
                reference,
                kind,
                amountMinor,
                askedMinor,
                currency,
                other,
                at,
                lastFour,
                original,
                code,
                settled);
    }

    Booking closed() {
        return new Booking(
                number,
                id,
                reference,
                kind,
                amountMinor,
                askedMinor,
                currency,
                state,
                at,
                lastFour,
                original,
                code,
                true);
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("id", id)
                .put("reference", reference)
                .put("type", lower(kind))
                .put("amount_minor", amountMinor)
                .put("asked_minor", askedMinor)
                .put("currency", currency)
                .put("state", lower(state))
                .put("at", at.toString())
                .put("last_four", lastFour)
                .put("original", original)
                .put("code", code)
                .put("settled", settled);
    }

    static Booking fromJson(JsonNode line) {
        return new Booking(
                line.required("number").intValue(),
                line.required("id").stringValue(),
                line.required("reference").stringValue(),
                Kind.valueOf(line.required("type").stringValue().toUpperCase(Locale.ROOT)),
                line.required("amount_minor").longValue(),
                line.required("asked_minor").longValue(),
                line.required("currency").stringValue(),
                State.valueOf(line.required("state").stringValue().toUpperCase(Locale.ROOT)),
                Instant.parse(line.required("at").stringValue()),
                line.required("last_four").stringValue(),
                line.required("original").intValue(),
                line.required("code").stringValue(),
                line.required("settled").booleanValue());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
