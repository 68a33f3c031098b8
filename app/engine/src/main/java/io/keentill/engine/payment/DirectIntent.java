package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.refund.Refundable;
import io.keentill.engine.book.RefundBook;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something to do on a terminal that pays for no order, and whether what is stored allows it.
 *
 * @param kind sale, refund or reversal
 * @param amount how much; null for all that is left of the original
 * @param original reference of the payment that it gives back; null for none
 * @param linked whether the terminal can be told of the earlier payment in a refund
 */
record DirectIntent(
        PaymentKind kind, @Nullable Money amount, @Nullable String original, boolean linked) implements Intention {

    @Override
    public Checked check(Tx view, String terminal) {
        if (original == null) {
            return amount != null && amount.isPositive()
                    ? allowed(amount, null)
                    : new Checked.Refused("An amount above zero is needed. Nothing was sent.");
        }
        Optional<PaymentAttempt> found = view.attemptByReference(original);
        if (found.isEmpty()) {
            return new Checked.Refused("This till knows no payment with the reference " + original + ".");
        }
        PaymentAttempt sale = found.get();
        Money approved = sale.approved();
        if (!takesMoney(sale.kind()) || !sale.moved() || approved == null) {
            return new Checked.Refused("The payment " + original + " took no money (" + sale.kind() + ", "
                    + sale.state() + "), so there is nothing to give back.");
        }
        if (!sale.terminal().equals(terminal)) {
            return new Checked.Refused("The payment " + original + " was taken on " + sale.terminal()
                    + ": give it back on that terminal.");
        }
        return left(view, sale, approved);
    }

    private Checked allowed(Money wanted, @Nullable String originalId) {
        return new Checked.Allowed(null, null, kind, wanted, originalId, linked);
    }

    private Checked left(View view, PaymentAttempt sale, Money approved) {
        List<PaymentAttempt> back = view.attemptsOn(sale.id());
        if (back.stream().anyMatch(a -> a.state().isOpen())) {
            return new Checked.Refused("Giving back payment " + original
                    + " is still being clarified: wait until the terminal has answered.");
        }
        String order = sale.orderId();
        if (order != null && view.refundsOf(order).stream().anyMatch(r -> r.state() == RefundState.OPEN)) {
            return new Checked.Refused("A refund of this sale is begun already. Finish it or give it up first.");
        }
        Money left = back.stream()
                .filter(PaymentAttempt::moved)
                .map(PaymentAttempt::approved)
                .reduce(approved, (rest, a) -> a == null ? rest : rest.minus(a), Money::plus);
        Money wanted = amount == null ? left : amount;
        if (!wanted.currency().equals(left.currency())) {
            return new Checked.Refused("The payment " + original + " was in " + left.currency() + ".");
        }
        if (!left.isPositive() || wanted.compareTo(left) > 0 || !wanted.isPositive()) {
            return new Checked.Refused(
                    "Of payment " + original + " " + left + " is left; " + wanted + " cannot be given back.");
        }
        Optional<Refundable> whole = order == null ? Optional.empty() : paid(view, order);
        if (whole.isPresent() && wanted.compareTo(whole.get().left()) > 0) {
            return new Checked.Refused("Of the sale of payment " + original + " "
                    + whole.get().left()
                    + " is left to give back (" + whole.get().elsewhere().words() + "); " + wanted
                    + " cannot be given back.");
        }
        if (kind == PaymentKind.REVERSAL && !left.equals(approved)) {
            return new Checked.Refused("Part of payment " + original
                    + " was given back already: a void is of the whole payment. Refund the rest instead.");
        }
        return allowed(wanted, sale.id());
    }

    /** What of a finished sale may go back, to whichever of its tenders. */
    private static Optional<Refundable> paid(View view, String order) {
        return view.order(order)
                .filter(sale -> sale.state() == OrderState.PAID)
                .map(sale -> RefundBook.refundable(view, sale));
    }

    /** Whether this kind of attempt takes money from a card, so that it can go back. */
    static boolean takesMoney(PaymentKind kind) {
        return kind == PaymentKind.SALE || kind == PaymentKind.COMPLETION;
    }
}
