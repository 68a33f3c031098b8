package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
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
    record Refused(String message) implements BackCheck {}

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
            return new Refused("This till knows no payment with the reference " + original + ".");
        }
        PaymentAttempt sale = found.get();
        Money approved = sale.approved();
        if (!DirectIntent.takesMoney(sale.kind()) || !sale.moved() || approved == null) {
            return new Refused("The payment " + original + " took no money (" + sale.kind() + ", " + sale.state()
                    + "), so there is nothing to give back.");
        }
        List<PaymentAttempt> back = view.attemptsOn(sale.id());
        if (back.stream().anyMatch(a -> a.state().isOpen())) {
            return new Refused("Giving back payment " + original
                    + " is still being clarified: wait until the terminal has answered.");
        }
        String order = sale.orderId();
        if (order != null && view.refundsOf(order).stream().anyMatch(r -> r.state() == RefundState.OPEN)) {
            return new Refused("A refund of this sale is begun already. Finish it or give it up first.");
        }
        Money left = back.stream()
                .filter(PaymentAttempt::moved)
                .map(PaymentAttempt::approved)
                .reduce(approved, (rest, a) -> a == null ? rest : rest.minus(a), Money::plus);
        return within(view, sale, kind, left, amount == null ? left : amount);
    }

    private static BackCheck within(View view, PaymentAttempt sale, PaymentKind kind, Money left, Money wanted) {
        String original = sale.reference();
        if (!wanted.currency().equals(left.currency())) {
            return new Refused("The payment " + original + " was in " + left.currency() + ".");
        }
        if (!left.isPositive() || wanted.compareTo(left) > 0 || !wanted.isPositive()) {
            return new Refused(
                    "Of payment " + original + " " + left + " is left; " + wanted + " cannot be given back.");
        }
        String order = sale.orderId();
        Optional<Refundable> whole = order == null ? Optional.empty() : paid(view, order);
        if (whole.isPresent() && wanted.compareTo(whole.get().left()) > 0) {
            return new Refused("Of the sale of payment " + original + " "
                    + whole.get().left()
                    + " is left to give back (" + whole.get().elsewhere().words() + "); " + wanted
                    + " cannot be given back.");
        }
        if (kind == PaymentKind.REVERSAL && !(left.equals(sale.approved()) && wanted.equals(left))) {
            return new Refused(
                    left.equals(sale.approved())
                            ? "A void is of the whole payment " + original + " of " + left + ", not of " + wanted + "."
                            : "Part of payment " + original + " was given back already: a void is of the whole payment."
                                    + " Refund the rest instead.");
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
