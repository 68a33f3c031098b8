package io.keentill.device.nexo;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.util.Set;

/**
 * What an answer means for what was asked. Everything that does not fit is Unknown: the terminal's books may still hold a
 * payment.
 *
 * @param kind what was asked for
 * @param asked how much
 * @param reference our own
 */
record Judge(PaymentKind kind, Money asked, String reference) {

    private static final Set<String> STOPPED = Set.of("Aborted", "Cancel");
    private static final Set<String> NOT_BEGUN = Set.of(
            "Busy",
            "DeviceOut",
            "InProgress",
            "LoggedOut",
            "MessageFormat",
            "NotAllowed",
            "UnavailableDevice",
            "UnavailableService",
            "UnreachableHost");

    /** The outcome that {@code result} means. */
    Outcome of(Result result) {
        if (result.reference().filter(r -> !r.equals(reference)).isPresent()) {
            return doubt(Sentence.of("nexo.another-reference", "another reference"));
        }
        return switch (result.result()) {
            case "Success", "Partial" -> approved(result);
            case "Failure" -> refused(result);
            default -> doubt(Sentence.of("nexo.no-result", "no result"));
        };
    }

    private Outcome approved(Result result) {
        String currency = asked.currency().getCurrencyCode();
        if (result.currency().filter(c -> !c.equals(currency)).isPresent()) {
            return doubt(Sentence.of(
                    "nexo.the-currency", "the currency {0}", result.currency().get()));
        }
        long minor = result.amount(asked.currency()).orElse(-1L);
        boolean told = minor >= 0;
        boolean partial = result.result().equals("Partial");
        if (!told && !partial && kind != PaymentKind.SALE) {
            // A reversal need not repeat its amount: it was accepted as asked.
            minor = asked.minor();
        }
        if (minor == asked.minor()) {
            return new Outcome.Approved(asked, result.card(), result.receipts());
        }
        if (kind == PaymentKind.SALE && partial && minor > 0 && minor < asked.minor()) {
            return new Outcome.PartiallyApproved(
                    Money.of(minor, asked.currency()), asked, result.card(), result.receipts());
        }
        return doubt(
                told
                        ? Sentence.of("nexo.the-amount-in-minor-units", "the amount {0} in minor units", minor)
                        : Sentence.of("nexo.no-amount", "no amount"));
    }

    private Outcome refused(Result result) {
        if (result.amount(asked.currency()).orElse(0L) > 0 && kind == PaymentKind.SALE) {
            return doubt(
                    Sentence.of("nexo.a-failure-and-an-approved-amount", "a failure and an approved amount at once"));
        }
        Sentence why = result.words().isEmpty() ? Conditions.text(result.condition()) : Sentence.quoted(result.words());
        if (STOPPED.contains(result.condition())) {
            return new Outcome.Cancelled(why);
        }
        if (NOT_BEGUN.contains(result.condition())) {
            return new Outcome.Failed(Sentence.of("nexo.nothing-was-charged-2", "{0}. Nothing was charged", why));
        }
        CardDetails card = result.card();
        return new Outcome.Declined(result.condition(), why, card, result.receipts());
    }

    private Outcome doubt(Sentence what) {
        return new Outcome.Unknown(Sentence.of(
                "nexo.the-terminal-answered-with-where-was",
                "The terminal answered with {0} where {1} was asked for",
                what,
                asked));
    }
}
