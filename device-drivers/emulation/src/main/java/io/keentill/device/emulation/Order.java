package io.keentill.device.emulation;

import org.jspecify.annotations.Nullable;

/**
 * What a till asked for, read from its protocol.
 *
 * @param kind what to do
 * @param amountMinor minor units, above zero; for a reversal or release 0 means all of the original
 * @param currency ISO 4217 code
 * @param id the transaction id that the till chose; null lets the terminal make one
 * @param reference the till's own word for it, empty if it gave none
 * @param original booking number of what is undone, completed or released; 0 for none
 */
public record Order(
        Kind kind,
        long amountMinor,
        String currency,
        @Nullable String id,
        String reference,
        int original) {

    /** A payment that refers to no earlier one. */
    public static Order of(Kind kind, long amountMinor, String currency, @Nullable String id, String reference) {
        return new Order(kind, amountMinor, currency, id, reference, 0);
    }
}
