package io.keentill.device.nexo;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;
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
            return doubt("another reference");
        }
        return switch (result.result()) {
            case "Success", "Partial" -> approved(result);
            case "Failure" -> refused(result);
            default -> doubt("no result");
        };
    }

    private Outcome approved(Result result) {
        String currency = asked.currency().getCurrencyCode();
        if (result.currency().filter(c -> !c.equals(currency)).isPresent()) {
            return doubt("the currency " + result.currency().get());
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
        return doubt(told ? "the amount " + minor + " in minor units" : "no amount");
    }

    private Outcome refused(Result result) {
        if (result.amount(asked.currency()).orElse(0L) > 0 && kind == PaymentKind.SALE) {
            return doubt("a failure and an approved amount at once");
        }
        String why = result.words().isEmpty() ? Conditions.text(result.condition()) : result.words();
        if (STOPPED.contains(result.condition())) {
            return new Outcome.Cancelled(why);
        }
        if (NOT_BEGUN.contains(result.condition())) {
            return new Outcome.Failed(why + ". Nothing was charged");
        }
        CardDetails card = result.card();
        return new Outcome.Declined(result.condition(), why, card, result.receipts());
    }

    private Outcome doubt(String what) {
        return new Outcome.Unknown("The terminal answered with " + what + " where " + asked + " was asked for");
    }
}
