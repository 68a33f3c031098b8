package io.keentill.device.poslink.emulator;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * One transaction in the host's books.
 *
 * @param number the terminal's transaction number, from 1 in each batch
 * @param batch running number of the batch
 * @param type what it did
 * @param amountMinor cents, above zero
 * @param reference the till's ecrRef
 * @param state what became of it
 * @param at when the host decided
 * @param lastFour of the card
 * @param originalNumber for a void or a capture the transaction it belongs to, otherwise 0
 * @param offline whether the host was not asked
 * @param settled whether its batch was closed
 */
public record LedgerEntry(
        int number,
        int batch,
        Type type,
        long amountMinor,
        String reference,
        State state,
        Instant at,
        String lastFour,
        int originalNumber,
        boolean offline,
        boolean settled) {

    /** What an entry did. */
    public enum Type {
        /** Took money. */
        SALE("01"),
        /** Gave money back. */
        REFUND("02"),
        /** Reserved money. */
        AUTH("03"),
        /** Took reserved money. */
        CAPTURE("04"),
        /** Undid another entry. */
        VOID("16");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The transaction type in messages. */
        String code() {
            return code;
        }
    }

    /** What became of an entry. */
    public enum State {
        /** It counts. */
        BOOKED,
        /** It was undone, or for a reservation: used. */
        CLOSED,
        /** The host said no. */
        DECLINED
    }

    LedgerEntry in(State other) {
        return new LedgerEntry(
                number, batch, type, amountMinor, reference, other, at, lastFour, originalNumber, offline, settled);
    }

    LedgerEntry settledNow() {
        return new LedgerEntry(
                number, batch, type, amountMinor, reference, state, at, lastFour, originalNumber, offline, true);
    }

    /** The host's own reference: unique over batches. */
    String hostReference() {
        return "%06d%06d".formatted(batch, number);
    }

    /** Authorisation code, six digits. */
    String authCode() {
        return "%06d".formatted((batch * 7919 + number * 613) % 1_000_000);
    }

    /** As one line of JSON. */
    String toJson() {
        return "{\"number\":" + number + ",\"batch\":" + batch + ",\"type\":\"" + lower(type) + "\",\"amount_minor\":"
                + amountMinor + ",\"reference\":" + FlatJson.quote(reference) + ",\"state\":\"" + lower(state)
                + "\",\"at\":\"" + at + "\",\"last_four\":\"" + lastFour + "\",\"original_number\":" + originalNumber
                + ",\"offline\":" + offline + ",\"settled\":" + settled + "}";
    }

    /** From {@link #toJson}. */
    static LedgerEntry fromJson(String line) {
        Map<String, String> values = FlatJson.parse(line);
        return new LedgerEntry(
                Integer.parseInt(text(values, "number")),
                Integer.parseInt(text(values, "batch")),
                Type.valueOf(text(values, "type").toUpperCase(Locale.ROOT)),
                Long.parseLong(text(values, "amount_minor")),
                text(values, "reference"),
                State.valueOf(text(values, "state").toUpperCase(Locale.ROOT)),
                Instant.parse(text(values, "at")),
                text(values, "last_four"),
                Integer.parseInt(text(values, "original_number")),
                Boolean.parseBoolean(text(values, "offline")),
                Boolean.parseBoolean(text(values, "settled")));
    }

    private static String text(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A ledger line lacks \"" + name + "\"");
        }
        return value;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
