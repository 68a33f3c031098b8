package io.keentill.sandbox.money;

import org.jspecify.annotations.Nullable;

/**
 * Money that moved, or is to move.
 *
 * @param amountMinor positive, minor units
 * @param currency as the caller wrote it
 * @param gateway who carries it, null for a tender that is recorded by hand
 * @param reference the carrier's own id of it, null for none
 * @param methodType cash, check, bank_transfer, card …
 * @param channel card_present, card_not_present, bank_transfer or manual
 * @param cardBrand null without a card
 * @param lastFour null without a card
 * @param entryMode null without a card at a terminal
 * @param customerId who pays, null when the invoice says it or nobody is known
 * @param methodId the stored payment method, null for none
 */
public record Movement(
        long amountMinor,
        String currency,
        @Nullable String gateway,
        @Nullable String reference,
        String methodType,
        String channel,
        @Nullable String cardBrand,
        @Nullable String lastFour,
        @Nullable String entryMode,
        @Nullable String customerId,
        @Nullable String methodId) {

    /** Money recorded by hand: cash, a cheque, a bank transfer. */
    public static Movement byHand(
            long amountMinor, String currency, String methodType, @Nullable String reference, String channel) {
        return new Movement(amountMinor, currency, null, reference, methodType, channel, null, null, null, null, null);
    }

    /** A card at a terminal. */
    public static Movement atTerminal(
            long amountMinor,
            String currency,
            @Nullable String reference,
            @Nullable String cardBrand,
            @Nullable String lastFour,
            @Nullable String entryMode) {
        return new Movement(
                amountMinor,
                currency,
                "terminal",
                reference,
                "card",
                "card_present",
                cardBrand,
                lastFour,
                entryMode,
                null,
                null);
    }
}
