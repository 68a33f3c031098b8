package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.MoneyGate;
import io.keentill.store.Tx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to money held for a sale. */
sealed interface TabIntent extends Intention {

    /** Holding {@code amount} on a card. */
    record Holding(String orderId, Money amount) implements TabIntent {

        @Override
        public Checked check(Tx tx, String terminal) {
            Optional<Order> order = tx.order(orderId).filter(o -> o.state() == OrderState.OPEN);
            if (order.isEmpty()) {
                return new Checked.Refused(Sentence.of(
                        "payment.this-sale-is-not-open-nothing", "This sale is not open. Nothing was held."));
            }
            if (order.get().settlesInvoice()) {
                return new Checked.Refused(Sentence.of(
                        "payment.an-invoice-is-paid-at-once", "An invoice is paid at once: nothing is held for it."));
            }
            if (!amount.isPositive() || !amount.currency().equals(order.get().currency())) {
                return new Checked.Refused(Sentence.of(
                        "payment.enter-an-amount-above-zero-in",
                        "Enter an amount above zero in {0}.",
                        order.get().currency()));
            }
            List<PaymentAttempt> attempts = tx.attemptsOf(orderId);
            Optional<Hold> hold = Hold.of(attempts);
            if (hold.isPresent()) {
                return new Checked.Refused(Sentence.of(
                        "payment.for-this-sale-is-held-already",
                        "For this sale {0} is held already, or it is being clarified. Let go of it first.",
                        hold.get().held()));
            }
            return attempts.stream().anyMatch(a -> a.state().isOpen())
                    ? new Checked.Refused(Sentence.of(
                            "payment.a-card-payment-for-this-sale-is",
                            "A card payment for this sale is still being clarified."))
                    : new Checked.Allowed(null, orderId, PaymentKind.PRE_AUTHORISATION, amount, null, false);
        }
    }

    /** Taking from what is held; {@code amount} null for as much as is due and held. */
    record Taking(String orderId, @Nullable Money amount) implements TabIntent {

        @Override
        public Checked check(Tx tx, String terminal) {
            Optional<Order> order = tx.order(orderId).filter(o -> o.state() == OrderState.OPEN);
            if (order.isEmpty()) {
                return new Checked.Refused(Sentence.of(
                        "payment.this-sale-is-not-open-nothing-was", "This sale is not open. Nothing was taken."));
            }
            List<PaymentAttempt> attempts = tx.attemptsOf(orderId);
            Optional<Checked> no = TabIntent.unusable(attempts, terminal);
            if (no.isPresent()) {
                return no.get();
            }
            Optional<Sentence> blocked = MoneyGate.problem(tx, order.get());
            if (blocked.isPresent()) {
                return new Checked.Refused(blocked.get());
            }
            Hold hold = Hold.of(attempts).orElseThrow();
            Money most = order.get().due().min(hold.held());
            Money wanted = amount == null ? most : amount;
            if (!wanted.isPositive() || wanted.compareTo(most) > 0) {
                return new Checked.Refused(Sentence.of(
                        "payment.cannot-be-taken-is-due-and",
                        "{0} cannot be taken: {1} is due and {2} is held.",
                        wanted,
                        order.get().due(),
                        hold.held()));
            }
            return new Checked.Allowed(
                    null,
                    orderId,
                    PaymentKind.COMPLETION,
                    wanted,
                    hold.preAuthorisation().id(),
                    true);
        }
    }

    /** Letting go of what is held, also after the sale is over. */
    record LettingGo(String orderId) implements TabIntent {

        @Override
        public Checked check(Tx tx, String terminal) {
            List<PaymentAttempt> attempts = tx.attemptsOf(orderId);
            return TabIntent.unusable(attempts, terminal).orElseGet(() -> {
                Hold hold = Hold.of(attempts).orElseThrow();
                return new Checked.Allowed(
                        null,
                        orderId,
                        PaymentKind.RELEASE,
                        hold.held(),
                        hold.preAuthorisation().id(),
                        true);
            });
        }
    }

    private static Optional<Checked> unusable(List<PaymentAttempt> attempts, String terminal) {
        Optional<Hold> hold = Hold.of(attempts);
        if (hold.isEmpty()) {
            return Optional.of(new Checked.Refused(
                    Sentence.of("payment.nothing-is-held-on-a-card", "Nothing is held on a card for this sale.")));
        }
        if (hold.get().inDoubt()) {
            return Optional.of(new Checked.Refused(Sentence.of(
                    "payment.what-is-held-for-this-sale",
                    "What is held for this sale is still being clarified: wait until the terminal"
                            + " has answered.")));
        }
        String where = hold.get().preAuthorisation().terminal();
        return where.equals(terminal)
                ? Optional.empty()
                : Optional.of(new Checked.Refused(Sentence.of(
                        "payment.the-money-is-held-through-use",
                        "The money is held through {0}: use that terminal.",
                        where)));
    }
}
