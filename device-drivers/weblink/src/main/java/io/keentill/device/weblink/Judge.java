package io.keentill.device.weblink;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.util.Locale;

/**
 * What a final result means for what was asked. Everything that does not fit is Unknown: the terminal's books may still
 * hold a payment.
 *
 * @param kind what was asked for
 * @param asked how much
 * @param reference our own
 */
record Judge(PaymentKind kind, Money asked, String reference) {

    /** The outcome that {@code result}, final and of our transaction, means. */
    Outcome of(Result result) {
        if (!WireType.fits(kind, result.type())) {
            return doubt("another kind of transaction (" + result.type() + ")");
        }
        if (result.reference()
                        .filter(r -> !r.equals(WireType.reference(reference)))
                        .isPresent()
                && kind == PaymentKind.SALE) {
            return doubt("another reference");
        }
        if (!result.approved()) {
            return refused(result);
        }
        if (result.cancelled()) {
            return doubt("\"approved\" and \"cancelled\" at once");
        }
        String currency = asked.currency().getCurrencyCode();
        if (result.currency().filter(c -> !c.equals(currency)).isPresent()) {
            return doubt("the currency " + result.currency().get());
        }
        return approved(result, result.amount().orElse(asked.minor()));
    }

    private Outcome approved(Result result, long minor) {
        if (minor == asked.minor()) {
            return new Outcome.Approved(asked, result.card(), result.receipts());
        }
        if (kind == PaymentKind.SALE && result.partial() && minor > 0 && minor < asked.minor()) {
            return new Outcome.PartiallyApproved(
                    Money.of(minor, asked.currency()), asked, result.card(), result.receipts());
        }
        return doubt("the amount " + minor + " in minor units");
    }

    private static Outcome refused(Result result) {
        String why = result.reason();
        if (result.cancelled()) {
            return new Outcome.Cancelled(why.isEmpty() ? "Stopped at the terminal" : why);
        }
        String message = why.isEmpty() ? "The card was declined" : why;
        return new Outcome.Declined(result.code(), message, result.card(), result.receipts());
    }

    private Outcome doubt(String what) {
        return new Outcome.Unknown("The terminal answered with " + what + " where "
                + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + asked + " was asked for");
    }
}
