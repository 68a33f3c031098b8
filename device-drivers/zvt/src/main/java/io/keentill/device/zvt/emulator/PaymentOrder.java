package io.keentill.device.zvt.emulator;

/**
 * What a till asked for.
 *
 * @param amountMinor above zero
 * @param currency ISO 4217 code
 * @param receipt for a reversal, the receipt number to undo
 */
record PaymentOrder(LedgerEntry.Type type, long amountMinor, String currency, int receipt) {}
