package io.keentill.device.weblink;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.util.Locale;
import java.util.Optional;

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
            return doubt(Sentence.of(
                    "weblink.another-kind-of-transaction", "another kind of transaction ({0})", result.type()));
        }
        if (result.reference()
                        .filter(r -> !r.equals(WireType.reference(reference)))
                        .isPresent()
                && (kind == PaymentKind.SALE || WireType.namedByOriginal(kind))) {
            return doubt(Sentence.of("weblink.another-reference", "another reference"));
        }
        if (!result.approved()) {
            return refused(result);
        }
        if (result.cancelled()) {
            return doubt(
                    Sentence.of("weblink.approved-and-cancelled-at-once", "\"approved\" and \"cancelled\" at once"));
        }
        String currency = asked.currency().getCurrencyCode();
        if (result.currency().filter(c -> !c.equals(currency)).isPresent()) {
            return doubt(Sentence.of(
                    "weblink.the-currency",
                    "the currency {0}",
                    result.currency().get()));
        }
        Optional<Sentence> beside = beside(result);
        if (beside.isPresent()) {
            return doubt(beside.get());
        }
        return result.amount().isPresent()
                ? approved(result, result.amount().getAsLong())
                : doubt(Sentence.of("weblink.no-amount-that-can-be-read", "no amount that can be read"));
    }

    /** What the card was charged or spared beside the amount, which the till did not ask for and cannot book. */
    private static Optional<Sentence> beside(Result result) {
        return result.beside("amountGratuity")
                .map(much -> Sentence.of("weblink.a-tip-of", "a tip ({0} in minor units)", much))
                .or(() -> result.beside("amountCashback")
                        .map(much -> Sentence.of("weblink.cashback-of", "cashback ({0} in minor units)", much)))
                .or(() -> result.beside("amountDiscount")
                        .map(much -> Sentence.of("weblink.a-discount-of", "a discount ({0} in minor units)", much)))
                .or(() -> result.beside("penniesAmount")
                        .map(much -> Sentence.of("weblink.a-donation-of", "a donation ({0} in minor units)", much)));
    }

    private Outcome approved(Result result, long minor) {
        if (result.partial() && minor >= asked.minor()) {
            return doubt(Sentence.of(
                    "weblink.a-part-that-is-all",
                    "\"partially approved\" and the amount {0} in minor units at once",
                    minor));
        }
        if (minor == asked.minor()) {
            return new Outcome.Approved(asked, result.card(), result.receipts());
        }
        if (kind == PaymentKind.SALE && result.partial() && minor > 0 && minor < asked.minor()) {
            return new Outcome.PartiallyApproved(
                    Money.of(minor, asked.currency()), asked, result.card(), result.receipts());
        }
        return doubt(Sentence.of("weblink.the-amount-in-minor-units", "the amount {0} in minor units", minor));
    }

    private static Outcome refused(Result result) {
        String why = result.reason();
        if (result.cancelled()) {
            return new Outcome.Cancelled(
                    why.isEmpty()
                            ? Sentence.of("weblink.stopped-at-the-terminal", "Stopped at the terminal")
                            : Sentence.quoted(why));
        }
        Sentence message = why.isEmpty()
                ? Sentence.of("weblink.the-card-was-declined", "The card was declined")
                : Sentence.quoted(why);
        return new Outcome.Declined(result.code(), message, result.card(), result.receipts());
    }

    private Outcome doubt(Sentence what) {
        return new Outcome.Unknown(Sentence.of(
                "weblink.the-terminal-answered-with-where-of",
                "The terminal answered with {0} where {1} of {2} was asked for",
                what,
                word(kind),
                asked));
    }

    /** Why an answer under the original's number that does not say its kind decides nothing. */
    static Sentence untold(PaymentKind kind) {
        return Sentence.of(
                "weblink.an-answer-without-its-kind",
                "The terminal answered without saying for which transaction: it may be the first payment and not the"
                        + " {0}. Look at its slips",
                word(kind));
    }

    private static Sentence word(PaymentKind kind) {
        return Sentence.of(
                "word.PaymentKind." + kind.name(),
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
