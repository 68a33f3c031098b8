package io.keentill.engine.cloud;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.EntryMode;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import java.util.Objects;

/**
 * What RevKeen's record of a payment (B.2, C.2) means for what was asked. Everything that does not fit is Unknown.
 *
 * @param kind what was asked for
 * @param asked how much
 * @param reference our own
 * @param device on which terminal
 */
record CloudJudge(PaymentKind kind, Money asked, String reference, String device) {

    /** Whether the terminal has not answered yet; a word that is not known yet counts as such, never as an outcome. */
    static boolean isOpen(TerminalPayment payment) {
        return switch (payment.status().or(TerminalPaymentStatus.IN_PROGRESS)) {
            case REQUESTED, IN_PROGRESS -> true;
            default -> false;
        };
    }

    /** The outcome that {@code payment}, which is ours and no longer open, means. */
    Outcome of(TerminalPayment payment) {
        return switch (payment.status().or(TerminalPaymentStatus.IN_PROGRESS)) {
            case APPROVED -> approved(payment);
            case DECLINED ->
                new Outcome.Declined(
                        Objects.requireNonNullElse(payment.responseCode(), ""),
                        said(payment, Sentence.of("cloud.the-card-was-declined", "The card was declined")),
                        card(payment),
                        Outcome.TerminalReceipts.NONE);
            case CANCELLED ->
                new Outcome.Cancelled(
                        said(payment, Sentence.of("cloud.the-payment-was-cancelled", "The payment was cancelled")));
            case TIMED_OUT ->
                new Outcome.Unknown(Sentence.of(
                        "cloud.the-terminal-did-not-answer-revkeen",
                        "The terminal did not answer RevKeen within three minutes. Look at its screen"
                                + " and slips before charging again"));
            case ERROR ->
                new Outcome.Unknown(Sentence.of(
                        "cloud.revkeen-reports-a-fault-of-the",
                        "RevKeen reports a fault of the terminal ({0}). Look at its screen and slips"
                                + " before charging again",
                        said(payment, Sentence.of("cloud.no-reason-given", "no reason given"))));
            case STANDALONE_APPROVED, STANDALONE_DECLINED ->
                new Outcome.Unknown(Sentence.of(
                        "cloud.revkeen-shows-this-payment-as-started",
                        "RevKeen shows this payment as started at the terminal itself"));
            case REQUESTED, IN_PROGRESS ->
                new Outcome.Unknown(
                        Sentence.of("cloud.the-terminal-has-not-answered-yet", "The terminal has not answered yet"));
        };
    }

    private Outcome approved(TerminalPayment payment) {
        if (!payment.type().is(Hint.type(kind))) {
            return doubt(Sentence.of("cloud.another-kind-of-payment", "another kind of payment ({0})", payment.type()));
        }
        if (kind == PaymentKind.SALE && !reference.equals(payment.reference())) {
            return doubt(Sentence.of("cloud.another-reference", "another reference"));
        }
        if (payment.deviceId() != null && !payment.deviceId().equalsIgnoreCase(device)) {
            return doubt(Sentence.of("cloud.another-terminal", "another terminal"));
        }
        if (!payment.currency().equalsIgnoreCase(asked.currency().getCurrencyCode())) {
            return doubt(Sentence.of("cloud.the-currency", "the currency {0}", payment.currency()));
        }
        if (payment.amountMinor() != asked.minor()) {
            return doubt(Sentence.of(
                    "cloud.the-amount-in-minor-units", "the amount {0} in minor units", payment.amountMinor()));
        }
        return new Outcome.Approved(asked, card(payment), Outcome.TerminalReceipts.NONE);
    }

    private Outcome doubt(Sentence what) {
        return new Outcome.Unknown(Sentence.of(
                "cloud.revkeen-answered-with-where-was-asked",
                "RevKeen answered with {0} where {1} was asked for",
                what,
                asked));
    }

    private static Sentence said(TerminalPayment payment, Sentence otherwise) {
        String text = payment.errorMessage();
        return text == null || text.isBlank() ? otherwise : Sentence.quoted(text);
    }

    /** The receipt number is RevKeen's id, which names the payment in a later refund or void. */
    static CardDetails card(TerminalPayment payment) {
        return CardDetails.builder()
                .scheme(payment.cardScheme())
                .cardNumber(payment.maskedPan())
                .entryMode(entry(payment))
                .authCode(payment.authCode())
                .rrn(payment.rrn())
                .uti(payment.uti())
                .responseCode(payment.responseCode())
                .receiptNumber(payment.id())
                .build();
    }

    private static EntryMode entry(TerminalPayment payment) {
        if (payment.entryMode() == null) {
            return EntryMode.UNKNOWN;
        }
        return payment.entryMode()
                .known()
                .map(mode -> switch (mode) {
                    case CONTACTLESS -> EntryMode.CONTACTLESS;
                    case EMV_CHIP -> EntryMode.EMV_CHIP;
                    case MAGNETIC_STRIPE -> EntryMode.MAGNETIC_STRIPE;
                    case MANUAL_ENTRY -> EntryMode.MANUAL_ENTRY;
                    case FALLBACK -> EntryMode.FALLBACK;
                })
                .orElse(EntryMode.UNKNOWN);
    }
}
