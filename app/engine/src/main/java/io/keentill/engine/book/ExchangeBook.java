package io.keentill.engine.book;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;

/**
 * The one place that exchanges goods: what came back is booked on its refund and pays for what is in the basket in the same
 * transaction, so that neither is ever there without the other. Each part of the refund is one tender of the basket.
 */
public final class ExchangeBook {

    private final RefundBook refunds;
    private final SaleBook sales;
    private final IdSource ids;
    private final InstantSource clock;

    /** Books at the times of this clock. */
    public ExchangeBook(RefundBook refunds, IdSource ids, InstantSource clock) {
        this.refunds = refunds;
        this.sales = new SaleBook(clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether a basket can be paid for with goods now. */
    public sealed interface Basket {

        /** It can, for up to what is due on it. */
        record Takes(Order order) implements Basket {}

        /** It cannot; the message says why and what to do. */
        record Refused(Sentence message) implements Basket {}
    }

    /**
     * What was booked.
     *
     * @param refund closed if nothing is to go back beside
     * @param basket paid if nothing is due on it any more
     */
    public record Booked(Refund refund, Order basket) {}

    /** The basket with this id, and whether it can be paid for with goods. */
    public static Basket basket(View view, String orderId) {
        Order order = view.order(orderId).orElse(null);
        boolean live = order != null && (order.state() == OrderState.OPEN || order.state() == OrderState.PARKED);
        if (order == null || !live || !order.due().isPositive()) {
            return new Basket.Refused(Sentence.of(
                    "book.there-is-nothing-to-pay-on",
                    "There is nothing to pay on the counter. Put the new goods into the basket first."));
        }
        if (order.settlesInvoice()) {
            return new Basket.Refused(Sentence.of(
                    "book.an-invoice-lies-on-the-counter",
                    "An invoice lies on the counter, and goods that come back do not pay one. Give"
                            + " them back as a refund instead."));
        }
        return ShiftGate.problem(view)
                .or(() -> MoneyGate.problem(view, order))
                .<Basket>map(Basket.Refused::new)
                .orElseGet(() -> new Basket.Takes(order));
    }

    /** The basket of a refund, if it still takes all that is to be exchanged for it. */
    public static Basket basket(View view, Refund refund) {
        String id = refund.exchangeFor();
        if (id == null) {
            throw new IllegalArgumentException("Refund " + refund.reference() + " exchanges nothing");
        }
        return switch (basket(view, id)) {
            case Basket.Takes(Order order)
            when order.due().compareTo(refund.exchanged()) < 0 ->
                new Basket.Refused(Sentence.of(
                        "book.the-basket-changed-meanwhile-is-due",
                        "The basket changed meanwhile: {0} is due on it, and goods for {1} were to pay"
                                + " for it. Give up this exchange and begin anew.",
                        order.due(),
                        refund.exchanged()));
            case Basket.Takes takes -> takes;
            case Basket.Refused no ->
                new Basket.Refused(Sentence.of(
                        "book.if-the-new-goods-are-gone",
                        "{0} If the new goods are gone, give up this exchange.",
                        no.message()));
        };
    }

    /** Books the exchange of {@code refund}, which is stored and of which nothing was exchanged yet, for {@code basket}. */
    public Booked book(Tx tx, Refund refund, Order basket, String operator) {
        Refund after = refunds.exchanged(tx, refund);
        Order paid = basket;
        for (RefundPart part : refund.toExchange()) {
            Exchange whose = new Exchange(refund.id(), refund.reference(), part.originalAttemptId());
            paid = sales.book(tx, paid, Tender.exchange(ids.next(), part.amount(), whose, clock.instant()), operator);
        }
        return new Booked(after, paid);
    }
}
