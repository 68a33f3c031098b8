package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.InvoiceGate;
import io.keentill.engine.book.ShiftGate;
import io.keentill.store.Tx;
import java.time.Instant;
import java.util.Optional;

/**
 * Taking {@code amount} of what is due on an order.
 *
 * @param at when, by the till's clock
 */
record SaleIntent(String orderId, Money amount, Instant at) implements Intention {

    @Override
    public Checked check(Tx tx, String terminal) {
        Optional<Order> found = tx.order(orderId);
        if (found.isEmpty() || found.get().state() != OrderState.OPEN) {
            return new Checked.Refused(Sentence.of(
                    "payment.this-sale-is-no-longer-open", "This sale is no longer open. Nothing was charged."));
        }
        Optional<Sentence> shut = ShiftGate.problem(tx);
        if (shut.isPresent()) {
            return new Checked.Refused(
                    Sentence.of("payment.nothing-was-charged", "{0} Nothing was charged.", shut.get()));
        }
        Order order = found.get();
        if (!amount.isPositive() || amount.compareTo(order.due()) > 0) {
            return new Checked.Refused(Sentence.of(
                    "payment.cannot-be-charged-is-due", "{0} cannot be charged: {1} is due.", amount, order.due()));
        }
        Optional<Sentence> invoice = InvoiceGate.problem(tx, order, at);
        if (invoice.isPresent()) {
            return new Checked.Refused(
                    Sentence.of("payment.nothing-was-charged", "{0} Nothing was charged.", invoice.get()));
        }
        if (tx.attemptsOf(orderId).stream().anyMatch(a -> a.state().isOpen())) {
            return new Checked.Refused(Sentence.of(
                    "payment.a-card-payment-for-this-sale",
                    "A card payment for this sale is still being clarified. Nobody is charged twice:"
                            + " wait until the terminal has answered."));
        }
        if (tx.refundsOf(orderId).stream().anyMatch(r -> r.state() == RefundState.OPEN)) {
            return new Checked.Refused(Sentence.of(
                    "payment.this-sale-is-being-given-back",
                    "This sale is being given back. Finish or give up that first."));
        }
        return new Checked.Allowed(null, orderId, PaymentKind.SALE, amount, null, false);
    }
}
