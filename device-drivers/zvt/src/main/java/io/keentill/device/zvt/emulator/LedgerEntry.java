package io.keentill.device.zvt.emulator;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * One payment in the acquirer's books.
 *
 * @param trace running number, 1 to 999999
 * @param receipt receipt number, 1 to 9999
 * @param type what it did
 * @param amountMinor minor units, above zero
 * @param currency ISO 4217 code
 * @param state what became of it
 * @param at when the host decided
 * @param lastFour of the card
 * @param originalTrace for a reversal the payment it undid, otherwise 0
 * @param code the host's result, 0 for yes
 * @param releasedMinor for a completion that named what is let go of, that amount; otherwise -1
 * @param settled whether a day was closed over it
 */
public record LedgerEntry(
        int trace,
        int receipt,
        Type type,
        long amountMinor,
        String currency,
        State state,
        Instant at,
        String lastFour,
        int originalTrace,
        int code,
        long releasedMinor,
        boolean settled) {

    /** What an entry did. */
    public enum Type {
        /** Took money. */
        SALE,
        /** Gave money back. */
        REFUND,
        /** Undid another entry. */
        REVERSAL,
        /** Held money. */
        PRE_AUTHORISATION,
        /** Took held money. */
        COMPLETION,
        /** Let go of held money. */
        RELEASE;

        /** Whether it refers to an entry before. */
        boolean refers() {
            return this == REVERSAL || this == COMPLETION || this == RELEASE;
        }
    }

    /** What became of an entry. */
    public enum State {
        /** It counts. */
        BOOKED,
        /** It was undone. */
        REVERSED,
        /** Money that was held, until it was taken or let go of. */
        CLOSED,
        /** The host said no. */
        DECLINED
    }

    LedgerEntry in(State other) {
        return new LedgerEntry(
                trace,
                receipt,
                type,
                amountMinor,
                currency,
                other,
                at,
                lastFour,
                originalTrace,
                code,
                releasedMinor,
                settled);
    }

    LedgerEntry told(long otherAmount, String otherCurrency) {
        long otherReleased = releasedMinor < 0 ? releasedMinor : releasedMinor + otherAmount - amountMinor;
        return new LedgerEntry(
                trace,
                receipt,
                type,
                otherAmount,
                otherCurrency,
                state,
                at,
                lastFour,
                originalTrace,
                code,
                otherReleased,
                settled);
    }

    /** The same with less money, as only a part of the goods came out. */
    LedgerEntry reducedTo(long less) {
        return new LedgerEntry(
                trace, receipt, type, less, currency, state, at, lastFour, originalTrace, code, releasedMinor, settled);
    }

    LedgerEntry closed() {
        return new LedgerEntry(
                trace,
                receipt,
                type,
                amountMinor,
                currency,
                state,
                at,
                lastFour,
                originalTrace,
                code,
                releasedMinor,
                true);
    }

    /** As one line of JSON. */
    String toJson() {
        return "{\"trace\":" + trace + ",\"receipt\":" + receipt + ",\"type\":\"" + lower(type) + "\",\"amount_minor\":"
                + amountMinor + ",\"currency\":\"" + currency + "\",\"state\":\"" + lower(state) + "\",\"at\":\"" + at
                + "\",\"last_four\":\"" + lastFour + "\",\"original_trace\":" + originalTrace + ",\"code\":\""
                + "%02X".formatted(code) + "\",\"released_minor\":" + releasedMinor + ",\"settled\":" + settled + "}";
    }

    /** From {@link #toJson}. */
    static LedgerEntry fromJson(String line) {
        Map<String, String> values = FlatJson.parse(line);
        return new LedgerEntry(
                Integer.parseInt(text(values, "trace")),
                Integer.parseInt(text(values, "receipt")),
                Type.valueOf(text(values, "type").toUpperCase(Locale.ROOT)),
                Long.parseLong(text(values, "amount_minor")),
                text(values, "currency"),
                State.valueOf(text(values, "state").toUpperCase(Locale.ROOT)),
                Instant.parse(text(values, "at")),
                text(values, "last_four"),
                Integer.parseInt(text(values, "original_trace")),
                Integer.parseInt(text(values, "code"), 16),
                Long.parseLong(values.getOrDefault("released_minor", "-1")),
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
