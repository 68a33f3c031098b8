package io.keentill.device.zvt.emulator;

/**
 * What a till asked for.
 *
 * @param amountMinor above zero, but for {@code namesRest}
 * @param currency ISO 4217 code
 * @param receipt receipt number of the earlier payment it refers to, if any; otherwise 0
 * @param trace trace number of it, if the till named one; otherwise 0
 * @param namesRest for a completion, whether the amount is what is let go of instead of what is taken
 */
record PaymentOrder(
        LedgerEntry.Type type, long amountMinor, String currency, int receipt, int trace, boolean namesRest) {}
