package io.keentill.device.poslink;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.text.Sentence;

/** Six-digit result codes of answers. Those above 100003 differ between payment apps; none of them decides alone. */
final class ResultCode {

    static final String OK = "000000";
    static final String OFFLINE = "000001";
    static final String PARTIAL = "000002";
    static final String NO_SURCHARGE = "000003";
    static final String DECLINED = "000100";
    static final String CARD_ONLY_READ = "000200";
    static final String OUT_OF_BALANCE = "000300";
    static final String CUSTOMER_LATE = "100001";
    static final String ABORTED = "100002";
    static final String FORMAT = "100003";
    static final String DUPLICATE = "100011";
    static final String NOT_FOUND = "100023";

    private ResultCode() {}

    /** Whether the host or the terminal said yes. */
    static boolean approves(String code) {
        return code.equals(OK) || code.equals(OFFLINE) || code.equals(PARTIAL) || code.equals(NO_SURCHARGE);
    }

    /** Whether it is an ordinary end without money, which needs no proof if the terminal names the payment. */
    static boolean endsWithoutMoney(String code) {
        return code.equals(DECLINED) || code.equals(CUSTOMER_LATE) || code.equals(ABORTED);
    }

    /** The outcome of a payment with this code that left nothing in the terminal's books. */
    static Outcome withoutMoney(String code, String text, CardDetails card) {
        return switch (code) {
            case DECLINED -> {
                String host = card.responseCode() == null ? code : card.responseCode();
                yield new Outcome.Declined(
                        host,
                        text.isEmpty() ? Sentence.of("poslink.declined", "Declined") : Sentence.quoted(text),
                        card,
                        TerminalReceipts.NONE);
            }
            case CUSTOMER_LATE ->
                new Outcome.Cancelled(
                        Sentence.of("poslink.the-customer-did-nothing-in-time", "The customer did nothing in time"));
            case ABORTED -> new Outcome.Cancelled(Sentence.of("poslink.stopped", "Stopped"));
            default -> new Outcome.Failed(message(code, text));
        };
    }

    /** What a code means and what to do, for people. */
    static Sentence message(String code, String text) {
        String shown = text.isEmpty() ? code : code + " " + text;
        return switch (code) {
            case CARD_ONLY_READ ->
                Sentence.of(
                        "poslink.the-terminal-read-the-card-and",
                        "The terminal read the card and did not use it for a payment. Nothing was"
                                + " charged. Use another card");
            case FORMAT ->
                Sentence.of(
                        "poslink.the-terminal-does-not-understand-what",
                        "The terminal does not understand what it was sent ({0}). Nothing was charged."
                                + " Check that its payment app takes POSLINK commands from a till",
                        shown);
            case "100004", "100005" ->
                Sentence.of(
                        "poslink.the-terminals-payment-app-does-not",
                        "The terminal's payment app does not offer this ({0}). Nothing was charged. Its"
                                + " provider can switch it on",
                        shown);
            case "100007", "100008", "100009", "100010" ->
                Sentence.of(
                        "poslink.the-terminal-could-not-reach-its",
                        "The terminal could not reach its bank ({0}). Nothing was charged. Check the"
                                + " terminal's network and try again",
                        shown);
            case DUPLICATE ->
                Sentence.of(
                        "poslink.the-terminal-takes-this-for-a",
                        "The terminal takes this for a repetition of a payment that was made before with"
                                + " the same card and amount. Nothing was charged again. If the customer shall"
                                + " really pay twice, take the second payment another way");
            case NOT_FOUND ->
                Sentence.of(
                        "poslink.the-terminal-does-not-know-the",
                        "The terminal does not know the earlier payment any more; its batch may have" + " been closed");
            default ->
                Sentence.of(
                        "poslink.the-terminal-stopped-nothing-was-charged",
                        "The terminal stopped ({0}). Nothing was charged. Look at its display and try" + " again",
                        shown);
        };
    }
}
