package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.RefundBook;
import io.keentill.store.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether money of a card payment may go back outside of a refund of its sale, by what is stored. Changes nothing. */
sealed interface BackCheck {

    /** So much of this payment may. */
    record Allowed(PaymentAttempt sale, Money amount) implements BackCheck {}

    /** None of it; the message says why and what to do. */
    record Refused(Sentence message) implements BackCheck {}

    /**
     * Looks.
     *
     * @param original reference of the payment
     * @param kind refund or reversal
     * @param amount how much; null for all that is left
     */
    static BackCheck of(View view, String original, PaymentKind kind, @Nullable Money amount) {
        Optional<PaymentAttempt> found = view.attemptByReference(original);
        if (found.isEmpty()) {
            return new Refused(Sentence.of(
                    "payment.this-till-knows-no-payment-with",
                    "This till knows no payment with the reference {0}.",
                    original));
        }
        PaymentAttempt sale = found.get();
        Money approved = sale.approved();
        if (!DirectIntent.takesMoney(sale.kind()) || !sale.moved() || approved == null) {
            return new Refused(Sentence.of(
                    "payment.the-payment-took-no-money-so",
                    "The payment {0} took no money ({1}, {2}), so there is nothing to give back.",
                    original,
                    sale.kind(),
                    sale.state()));
        }
        List<PaymentAttempt> back = view.attemptsOn(sale.id());
        if (back.stream().anyMatch(a -> a.state().isOpen())) {
            return new Refused(Sentence.of(
                    "payment.giving-back-payment-is-still-being",
                    "Giving back payment {0} is still being clarified: wait until the terminal has" + " answered.",
                    original));
        }
        String order = sale.orderId();
        if (order != null && view.refundsOf(order).stream().anyMatch(r -> r.state() == RefundState.OPEN)) {
            return new Refused(Sentence.of(
                    "payment.a-refund-of-this-sale-is",
                    "A refund of this sale is begun already. Finish it or give it up first."));
        }
        Money left = back.stream()
                .filter(PaymentAttempt::moved)
                .map(PaymentAttempt::approved)
                .reduce(approved, (rest, a) -> a == null ? rest : rest.minus(a), Money::plus);
        Optional<Refundable> whole = order == null ? Optional.empty() : paid(view, order);
        Money there = whole.flatMap(of -> of.leftOf(sale.id())).map(left::min).orElse(left);
        return within(sale, kind, whole, there, amount == null ? there : amount);
    }

    private static BackCheck within(
            PaymentAttempt sale, PaymentKind kind, Optional<Refundable> whole, Money left, Money wanted) {
        String original = sale.reference();
        if (!wanted.currency().equals(left.currency())) {
            return new Refused(Sentence.of(
                    "payment.the-payment-was-in", "The payment {0} was in {1}.", original, left.currency()));
        }
        if (!left.isPositive() || wanted.compareTo(left) > 0 || !wanted.isPositive()) {
            return new Refused(Sentence.of(
                    "payment.of-payment-is-left-cannot-be",
                    "Of payment {0} {1} is left; {2} cannot be given back.",
                    original,
                    left,
                    wanted));
        }
        if (whole.isPresent() && wanted.compareTo(whole.get().left()) > 0) {
            return new Refused(Sentence.of(
                    "payment.of-the-sale-of-payment-is",
                    "Of the sale of payment {0} {1} is left to give back ({2}); {3} cannot be given" + " back.",
                    original,
                    whole.get().left(),
                    whole.get().elsewhere().words(),
                    wanted));
        }
        if (whole.isPresent() && wanted.compareTo(whole.get().leftOfCards()) > 0) {
            return new Refused(Sentence.of(
                    "payment.of-what-the-cards-of-the",
                    "Of what the cards of the sale of payment {0} paid {1} is left to give back ({2}); {3} cannot go back"
                            + " to a card.",
                    original,
                    whole.get().leftOfCards(),
                    whole.get().elsewhere().words(),
                    wanted));
        }
        if (kind == PaymentKind.REVERSAL && !(left.equals(sale.approved()) && wanted.equals(left))) {
            return new Refused(
                    left.equals(sale.approved())
                            ? Sentence.of(
                                    "payment.a-void-is-of-the-whole",
                                    "A void is of the whole payment {0} of {1}, not of {2}.",
                                    original,
                                    left,
                                    wanted)
                            : Sentence.of(
                                    "payment.part-of-payment-was-given-back",
                                    "Part of payment {0} was given back or exchanged already: a void is of the whole payment."
                                            + " Refund the rest instead.",
                                    original));
        }
        return new Allowed(sale, wanted);
    }

    /** What of a finished sale may go back, to whichever of its tenders. */
    private static Optional<Refundable> paid(View view, String order) {
        return view.order(order)
                .filter(sale -> sale.state() == OrderState.PAID)
                .map(sale -> RefundBook.refundable(view, sale));
    }
}
