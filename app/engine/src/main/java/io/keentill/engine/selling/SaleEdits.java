package io.keentill.engine.selling;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.MoneyGate;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the order on the counter is changed, whatever the change is: in one transaction, refused while money is on it or on
 * its way, and told to everybody once it is stored.
 */
final class SaleEdits {

    private static final System.Logger LOG = System.getLogger(SaleEdits.class.getName());

    private final TillStore store;
    private final TillEvents events;

    SaleEdits(TillStore store, TillEvents events) {
        this.store = store;
        this.events = events;
    }

    /** One change of the open order. */
    @FunctionalInterface
    interface Edit {
        SaleChange apply(Tx tx, Order order);
    }

    /** Changes what is in the open order, unless there is none or it may not change. */
    SaleChange edit(Edit edit) {
        return editWhole((tx, order) -> alone(order).orElseGet(() -> edit.apply(tx, order)));
    }

    /** Does something with the open order as a whole, which an invoice allows, too. */
    SaleChange editWhole(Edit edit) {
        return change(tx -> {
            Optional<Order> open = tx.openOrder();
            if (open.isEmpty()) {
                return new SaleChange.Refused(Sentence.of("selling.there-is-no-open-sale", "There is no open sale."));
            }
            return blocked(tx, open.get()).orElseGet(() -> edit.apply(tx, open.get()));
        });
    }

    /** Why nothing may be added to this order or changed about it: what is due on an invoice is RevKeen's to say. */
    static Optional<SaleChange> alone(Order order) {
        return order.settlesInvoice()
                ? Optional.of(new SaleChange.Refused(Sentence.of(
                        "selling.an-invoice-is-paid-as-it",
                        "An invoice is paid as it is, in a sale of its own. Take the money for it, park"
                                + " it or cancel it; then sell other things.")))
                : Optional.empty();
    }

    /** Changes one line of it. */
    SaleChange editLine(String lineId, UnaryOperator<OrderLine> edit) {
        return edit((tx, order) -> order.line(lineId)
                .map(line -> save(tx, order.replacing(edit.apply(line))))
                .orElseGet(SaleEdits::lineGone));
    }

    /** Runs any change in one transaction. */
    SaleChange change(TillStore.Work<SaleChange> work) {
        SaleChange result;
        try {
            result = store.write(work);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A change to the sale could not be stored", e);
            return new SaleChange.Refused(e.said());
        }
        switch (result) {
            case SaleChange.Changed done -> events.publish(new TillEvent.OrderChanged(done.order()));
            case SaleChange.PartPaid done -> events.publish(new TillEvent.OrderChanged(done.order()));
            case SaleChange.Closed done -> events.publish(new TillEvent.OrderChanged(done.order()));
            case SaleChange.UnknownCode no -> LOG.log(System.Logger.Level.DEBUG, no.message());
            case SaleChange.Refused no -> LOG.log(System.Logger.Level.DEBUG, no.message());
            case SaleChange.AskPrice ask -> LOG.log(System.Logger.Level.DEBUG, ask.message());
            case SaleChange.AskChoice ask -> LOG.log(System.Logger.Level.DEBUG, ask.message());
            case SaleChange.NeedsManager no -> LOG.log(System.Logger.Level.DEBUG, no.message());
        }
        return result;
    }

    static SaleChange save(Tx tx, Order order) {
        tx.saveOrder(order);
        return new SaleChange.Changed(order);
    }

    static SaleChange lineGone() {
        return new SaleChange.Refused(
                Sentence.of("selling.this-line-is-no-longer-in", "This line is no longer in the basket."));
    }

    /** Why lines and discounts of this order may not change now. */
    static Optional<SaleChange> blocked(Tx tx, Order order) {
        if (!order.tenders().isEmpty()) {
            return Optional.of(new SaleChange.Refused(Sentence.of(
                    "selling.is-already-paid-on-this-sale",
                    "{0} is already paid on this sale. Take the rest first, then start a new sale.",
                    order.paid())));
        }
        return openPayment(tx, order);
    }

    /** Why no money may be taken for this order now. */
    static Optional<SaleChange> openPayment(Tx tx, Order order) {
        return MoneyGate.problem(tx, order).map(SaleChange.Refused::new);
    }
}
