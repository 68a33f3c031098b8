package io.keentill.engine.book;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.store.NewOutboxRow;
import io.keentill.store.Tx;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The one place that books a tender on an order and closes it. It always runs inside somebody's transaction, so that the
 * payment's outcome, the tender, the receipt number, the journal and the outbox rows are stored together or not at all.
 */
public final class SaleBook {

    private final InstantSource clock;

    /** Books at the times of this clock. */
    public SaleBook(InstantSource clock) {
        this.clock = clock;
    }

    /** Books {@code tender}; closes the order and plans its sync if nothing is due any more. */
    public Order book(Tx tx, Order order, Tender tender, String actor) {
        // A sale set aside while its card payment was in doubt is paid where it is.
        boolean parked = order.state() == OrderState.PARKED;
        Order paid = (parked ? order.recalled() : order).plusTender(tender);
        Instant now = clock.instant();
        boolean closes = paid.due().isZero();
        Order open = parked ? paid.parked(String.valueOf(order.parkedAs())) : paid;
        Order stored = closes ? paid.closed(tx.nextReceiptNumber(), now) : open;
        tx.saveOrder(stored);
        tx.appendJournal(
                "tender." + tender.type().name().toLowerCase(java.util.Locale.ROOT),
                actor,
                order.id(),
                JournalText.of("tender", tender.id(), "applied", tender.applied(), "tendered", tender.tendered())
                        .with("change", tender.change())
                        .json());
        if (closes) {
            record(tx, stored, actor);
        }
        return stored;
    }

    /** Closes an order on which nothing is due, such as one given away whole. Plans its sync like any other. */
    public Order closeUnpaid(Tx tx, Order order, String actor) {
        Order closed = order.closed(tx.nextReceiptNumber(), clock.instant());
        tx.saveOrder(closed);
        record(tx, closed, actor);
        return closed;
    }

    private void record(Tx tx, Order closed, String actor) {
        tx.appendJournal(
                "sale.closed",
                actor,
                closed.id(),
                JournalText.of(
                                "receipt",
                                closed.receiptNumber(),
                                "total",
                                closed.totals().total())
                        .with("reference", closed.reference())
                        .json());
        planSync(tx, closed, clock.instant());
    }

    /** An invoice that RevKeen has already is told of its money and of nothing else. */
    private static void planSync(Tx tx, Order order, Instant now) {
        int step = 0;
        if (!order.settlesInvoice()) {
            tx.addOutbox(new NewOutboxRow(order.id(), step++, OutboxKind.INVOICE.key(), order.id(), now));
            tx.addOutbox(new NewOutboxRow(order.id(), step++, OutboxKind.FINALIZE.key(), order.id(), now));
            tx.addOutbox(new NewOutboxRow(order.id(), step++, OutboxKind.ORDER.key(), order.id(), now));
        }
        for (Tender tender : order.tenders()) {
            tx.addOutbox(
                    new NewOutboxRow(order.id(), step++, kindOf(tender.type()).key(), tender.id(), now));
        }
    }

    private static OutboxKind kindOf(TenderType type) {
        return switch (type) {
            case CASH -> OutboxKind.CASH;
            case CARD -> OutboxKind.CARD;
            case LINK -> OutboxKind.LINK;
            case EXCHANGE -> OutboxKind.EXCHANGE;
        };
    }
}
