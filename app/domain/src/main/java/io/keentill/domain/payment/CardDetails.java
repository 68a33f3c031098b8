package io.keentill.domain.payment;

import org.jspecify.annotations.Nullable;

/**
 * What a terminal says of a card payment, as far as it may be kept: never a full card number, track, CVV or PIN.
 *
 * @param scheme VISA, MASTERCARD, GIROCARD…, upper case
 * @param lastFour the last four digits of the card number and no more
 * @param entryMode how it was read
 * @param authCode authorisation code of the issuer
 * @param rrn retrieval reference number
 * @param uti unique transaction id of the terminal, where the protocol has one
 * @param responseCode the host's own code
 * @param terminalId TID under which the acquirer knows the terminal
 * @param traceNumber the terminal's running number of the payment
 * @param receiptNumber the terminal's receipt number, needed to reverse it on some protocols
 * @param applicationId EMV AID, for the receipt
 * @param cardName EMV application label or the terminal's own name of the card
 */
public record CardDetails(
        @Nullable String scheme,
        @Nullable String lastFour,
        EntryMode entryMode,
        @Nullable String authCode,
        @Nullable String rrn,
        @Nullable String uti,
        @Nullable String responseCode,
        @Nullable String terminalId,
        @Nullable String traceNumber,
        @Nullable String receiptNumber,
        @Nullable String applicationId,
        @Nullable String cardName) {

    /** Nothing known. */
    public static final CardDetails NONE =
            new CardDetails(null, null, EntryMode.UNKNOWN, null, null, null, null, null, null, null, null, null);

    /** Refuses anything but four digits for the card number: more must never get this far. */
    public CardDetails {
        if (lastFour != null && !lastFour.matches("\\d{4}")) {
            throw new IllegalArgumentException("Only the last four digits of a card may be kept");
        }
    }

    /** {@code **** **** **** 1234}, or empty if the terminal did not say. */
    public String masked() {
        return lastFour == null ? "" : "**** **** **** " + lastFour;
    }
}
