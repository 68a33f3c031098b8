package io.keentill.engine.book;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.store.View;
import java.util.Optional;

/** Whether money may be taken for a sale now, of whatever kind. */
public final class MoneyGate {

    private MoneyGate() {}

    /** Why not, in words for people; empty if it may. */
    public static Optional<Sentence> problem(View view, Order order) {
        if (view.attemptsOf(order.id()).stream().anyMatch(a -> a.state().isOpen())) {
            return Optional.of(Sentence.of(
                    "book.a-card-payment-for-this-sale",
                    "A card payment for this sale is not decided yet. Wait for the terminal's answer."));
        }
        boolean goingBack = view.refundsOf(order.id()).stream().anyMatch(r -> r.state() == RefundState.OPEN);
        return goingBack
                ? Optional.of(Sentence.of(
                        "book.this-sale-is-being-given-back",
                        "This sale is being given back. Finish or give up that first."))
                : Optional.empty();
    }
}
