package io.keentill.domain.payment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal says of a card payment, as far as it may be kept: never a full card number, track, CVV or PIN.
 *
 * @param scheme VISA, MASTERCARD, GIROCARD…, upper case
 * @param lastFour the last four digits of the card number and no more
 * @param entryMode how it was read
 * @param authCode authorisation code of the issuer
 * @param rrn retrieval reference number
 * @param uti unique transaction id, the till's own where the protocol takes one, otherwise the terminal's
 * @param responseCode the host's own code
 * @param terminalId TID under which the acquirer knows the terminal
 * @param traceNumber the terminal's running number of the payment
 * @param receiptNumber the terminal's receipt number, needed to reverse it on some protocols
 * @param applicationId EMV AID, for the receipt
 * @param cardName EMV application label or the terminal's own name of the card
 * @param verification how the cardholder was verified (CVM)
 * @param emv further chip data for the receipt
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
        @Nullable String cardName,
        CardVerification verification,
        EmvDetails emv) {

    /** Nothing known. */
    public static final CardDetails NONE = builder().build();

    private static final Pattern FOUR_AT_END = Pattern.compile("(\\d{4})[^\\p{Alnum}]*$");

    /** Refuses anything but four digits for the card number: more must never get this far. */
    public CardDetails {
        if (lastFour != null && !lastFour.matches("\\d{4}")) {
            throw new IllegalArgumentException("Only the last four digits of a card may be kept");
        }
    }

    /** One of which verification and chip data are not known. */
    public CardDetails(
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
        this(
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
                CardVerification.UNKNOWN,
                EmvDetails.NONE);
    }

    /** For drivers: takes one fact after the other. */
    public static CardDetailsBuilder builder() {
        return new CardDetailsBuilder();
    }

    /**
     * The last four digits of a card number that a terminal may have masked in its own way ({@code ************1234},
     * {@code 476173XXXXXX0119}, {@code 1234}); null if it does not end in four digits.
     */
    public static @Nullable String lastFourOf(@Nullable String number) {
        Matcher end = FOUR_AT_END.matcher(number == null ? "" : number);
        return end.find() ? end.group(1) : null;
    }

    /** The same with another authorisation code. */
    public CardDetails withAuthCode(@Nullable String code) {
        return new CardDetails(
                scheme,
                lastFour,
                entryMode,
                code,
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

    /** {@code **** **** **** 1234}, or empty if the terminal did not say. */
    public String masked() {
        return lastFour == null ? "" : "**** **** **** " + lastFour;
    }
}
