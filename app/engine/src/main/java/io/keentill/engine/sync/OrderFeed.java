package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.OrderElsewhere;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.orders.OrderStatus;
import io.keentill.store.OutboxRow;
import io.keentill.store.RemoteObject;
import io.keentill.store.TaskRow;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows what others did with the orders of this till's sales (API reference B.1, C.1): cancelled, which RevKeen allows
 * until it has been told of the money, and fulfilled. Money that went back is followed by {@link MovementFeed} and {@link
 * CreditFeed}. A sale that was cancelled there stands here, and somebody has to see to it.
 */
final class OrderFeed {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration OVERLAP = Duration.ofDays(30);

    private final RevKeen api;
    private final IdSource ids;
    private final InstantSource clock;

    OrderFeed(RevKeen api, IdSource ids, InstantSource clock) {
        this.api = api;
        this.ids = ids;
        this.clock = clock;
    }

    Feed of(TillStore store, OrderStatus status) {
        return new SinceFeed<>(
                store,
                "orders_" + status.name().toLowerCase(Locale.ROOT),
                EVERY,
                OVERLAP,
                since -> api.orders().list(query(status, since)),
                io.keentill.revkeen.orders.Order::createdAt,
                (tx, one) -> take(tx, status, one));
    }

    private static OrderQuery query(OrderStatus status, @Nullable Instant since) {
        OrderQuery query = OrderQuery.any().withStatus(status);
        return since == null ? query : query.withCreatedGte(since);
    }

    private void take(Tx tx, OrderStatus status, io.keentill.revkeen.orders.Order one) {
        Optional<OutboxRow> row = tx.outboxByRemote(OutboxKind.ORDER.key(), one.id());
        if (row.isEmpty() || !one.status().is(status)) {
            return; // of somebody else, or a list that does not keep to its filter
        }
        String sale = row.get().saleId();
        Instant at = status == OrderStatus.CANCELED ? one.canceledAt() : one.fulfilledAt();
        String content = JournalText.none()
                .with("status", status.name())
                .with("at", Objects.toString(at, null))
                .json();
        boolean news = tx.saveRemote(new RemoteObject(OrderElsewhere.KIND, one.id(), sale, "", content), 1);
        if (news && status == OrderStatus.CANCELED) {
            tx.order(sale).ifPresent(known -> cancelled(tx, known, one.publicId()));
        }
    }

    private void cancelled(Tx tx, Order sale, String publicId) {
        Sentence number = sale.receiptNumber() == null
                ? Sentence.quoted("")
                : Sentence.of("sync.receipt-named", " (receipt {0})", sale.receiptNumber());
        tx.saveTask(TaskRow.open(
                ids.next(),
                OrderElsewhere.CANCELLED,
                sale.id(),
                Sentence.of(
                        "sync.somebody-cancelled-order-at-revkeen-it",
                        "Somebody cancelled order {0} at RevKeen. It is sale {1}{2} of {3}, sold and"
                                + " paid here, and it stands. If the customer is to have the money back, give it"
                                + " back here; else have the order put right at RevKeen. Then say here what was"
                                + " done.",
                        publicId,
                        sale.reference(),
                        number,
                        sale.totals().total()),
                clock.instant()));
        tx.appendJournal(
                "order.cancelled_elsewhere",
                OrderElsewhere.BY,
                sale.id(),
                JournalText.none().with("reference", sale.reference()).json());
    }
}
