package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.store.PayLinkRow;
import io.keentill.store.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Taking {@code amount} of what is due on an order by a link; the request goes into the store with the intent. */
record LinkIntent(String orderId, Money amount, String reference, FrozenRequest request, Instant at)
        implements Intention {

    @Override
    public Checked check(Tx tx, String terminal) {
        Optional<Order> invoice =
                tx.order(orderId).filter(o -> o.state() == OrderState.OPEN).filter(Order::settlesInvoice);
        if (invoice.isPresent()) {
            // A checkout session names no invoice, so that RevKeen would go on asking others for the same money.
            return new Checked.Refused(Sentence.of(
                    "payment.an-invoice-is-not-paid-by",
                    "An invoice is not paid by a link of the till, since RevKeen could not connect the two."
                            + " Take card or cash, or let the customer pay on the invoice's own page. No link was"
                            + " made."));
        }
        return switch (new SaleIntent(orderId, amount, at).check(tx, terminal)) {
            case Checked.Refused no -> no;
            case Checked.Allowed ok ->
                new Checked.Allowed(reference, ok.orderId(), ok.kind(), ok.amount(), ok.originalId(), ok.linked());
        };
    }

    @Override
    public void stored(Tx tx, PaymentAttempt intent) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        tx.payLinks().save(PayLinkRow.asked(intent.id(), request.path(), body, request.idempotencyKey()));
    }
}
