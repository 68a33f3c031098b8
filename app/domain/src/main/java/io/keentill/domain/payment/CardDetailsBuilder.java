package io.keentill.domain.payment;

import org.jspecify.annotations.Nullable;

/**
 * Gathers what a terminal said of a card. Blank texts count as not said. Nothing here fails on what a terminal may send: a
 * card number is cut to its last four digits, chip data of a wrong form is left out.
 */
public final class CardDetailsBuilder {

    private @Nullable String scheme;
    private @Nullable String lastFour;
    private EntryMode entryMode = EntryMode.UNKNOWN;
    private @Nullable String authCode;
    private @Nullable String rrn;
    private @Nullable String uti;
    private @Nullable String responseCode;
    private @Nullable String terminalId;
    private @Nullable String traceNumber;
    private @Nullable String receiptNumber;
    private @Nullable String applicationId;
    private @Nullable String cardName;
    private CardVerification verification = CardVerification.UNKNOWN;
    private EmvDetails emv = EmvDetails.NONE;

    CardDetailsBuilder() {}

    /** VISA, MASTERCARD…; put into upper case. */
    public CardDetailsBuilder scheme(@Nullable String text) {
        String said = said(text);
        scheme = said == null ? null : said.toUpperCase(java.util.Locale.ROOT);
        return this;
    }

    /** The card number, masked or not: its last four digits are kept and no more. */
    public CardDetailsBuilder cardNumber(@Nullable String number) {
        lastFour = CardDetails.lastFourOf(number);
        return this;
    }

    /** How it was read. */
    public CardDetailsBuilder entryMode(EntryMode mode) {
        entryMode = mode;
        return this;
    }

    /** Authorisation code. */
    public CardDetailsBuilder authCode(@Nullable String text) {
        authCode = said(text);
        return this;
    }

    /** Retrieval reference number. */
    public CardDetailsBuilder rrn(@Nullable String text) {
        rrn = said(text);
        return this;
    }

    /** Unique transaction id. */
    public CardDetailsBuilder uti(@Nullable String text) {
        uti = said(text);
        return this;
    }

    /** The host's own code. */
    public CardDetailsBuilder responseCode(@Nullable String text) {
        responseCode = said(text);
        return this;
    }

    /** TID. */
    public CardDetailsBuilder terminalId(@Nullable String text) {
        terminalId = said(text);
        return this;
    }

    /** The terminal's running number. */
    public CardDetailsBuilder traceNumber(@Nullable String text) {
        traceNumber = said(text);
        return this;
    }

    /** The terminal's receipt number. */
    public CardDetailsBuilder receiptNumber(@Nullable String text) {
        receiptNumber = said(text);
        return this;
    }

    /** EMV AID. */
    public CardDetailsBuilder applicationId(@Nullable String text) {
        applicationId = said(text);
        return this;
    }

    /** EMV application label. */
    public CardDetailsBuilder cardName(@Nullable String text) {
        cardName = said(text);
        return this;
    }

    /** How the cardholder was verified. */
    public CardDetailsBuilder verification(CardVerification how) {
        verification = how;
        return this;
    }

    /** Chip data. */
    public CardDetailsBuilder emv(EmvDetails details) {
        emv = details;
        return this;
    }

    /** All of it. */
    public CardDetails build() {
        return new CardDetails(
                scheme,
                lastFour,
                entryMode,
                authCode,
                rrn,
                uti,
                responseCode,
                terminalId,
                traceNumber,
                receiptNumber,
                applicationId,
                cardName,
                verification,
                emv);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
