package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundLine;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456789Z");

    @TempDir
    private Path folder;

    private TillStore store;

    @BeforeEach
    void open() throws Exception {
        store = TillStore.open(folder, Samples.CLOCK);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void comesBackAsStored() throws Exception {
        Refund refund = refund("r1");
        save(refund);
        assertThat(store.read(v -> v.refund("r1")).orElseThrow()).isEqualTo(refund);
        assertThat(store.read(v -> v.refundByReference("REF-r1")).orElseThrow()).isEqualTo(refund);
        assertThat(store.read(View::openRefunds)).containsExactly(refund);
        Refund closed = refund.returning("r1-a", pence(100), pence(-2), NOW, "x")
                .returning("r1-b", pence(50), pence(0), NOW, "x")
                .closed(number(), NOW);
        save(closed);
        assertThat(store.read(v -> v.refund("r1")).orElseThrow()).isEqualTo(closed);
        assertThat(store.read(View::openRefunds)).isEmpty();
        List<Refund> ofSale = store.read(v -> v.refundsOf("order-of-another-till"));
        assertThat(ofSale).containsExactly(closed);
        Map<TenderType, Money> returned = store.read(v -> v.returned(Currency.getInstance("GBP")));
        assertThat(returned).containsEntry(TenderType.CASH, pence(150)).containsEntry(TenderType.CARD, pence(0));
    }

    @Test
    void anExchangeNamesItsRefundAndIsNotStoredWithoutIt() throws Exception {
        Order basket = Samples.order("basket");
        Exchange whose = new Exchange("r1", "no such reference", null);
        Order paid = basket.plusTender(Tender.exchange("t1", pence(250), whose, NOW));
        assertThatThrownBy(() -> store.write(tx -> {
                    tx.saveOrder(paid);
                    return true;
                }))
                .hasMessageContaining("FOREIGN KEY");

        Refund refund = refund("r1");
        Refund exchange = new Refund(
                refund.id(),
                refund.reference(),
                refund.orderId(),
                refund.orderReference(),
                refund.orderReceipt(),
                refund.state(),
                refund.currency(),
                refund.lines(),
                refund.tax(),
                refund.reason(),
                refund.operator(),
                List.of(RefundPart.planned("r1-e", TenderType.EXCHANGE, pence(250), null)),
                null,
                refund.openedAt(),
                null,
                null,
                basket.id());
        Exchange named = new Exchange("r1", refund.reference(), null);
        Order both = basket.plusTender(Tender.exchange("t1", pence(250), named, NOW));
        store.write(tx -> {
            tx.saveOrder(basket);
            tx.saveRefund(exchange);
            tx.saveOrder(both);
            return true;
        });
        assertThat(store.read(v -> v.refund("r1")).orElseThrow()).isEqualTo(exchange);
        assertThat(store.read(v -> v.refundOfPart("r1-e")).orElseThrow()).isEqualTo(exchange);
        assertThat(store.read(v -> v.order("basket")).orElseThrow()).isEqualTo(both);
    }

    @Test
    void theNewestComeFirstWhateverTheClockSaid() throws Exception {
        save(refund("r1"));
        save(refund("r2"));
        assertThat(recent(1)).containsExactly("r2");
        save(refund("r1").abandoned(NOW));
        assertThat(recent(5)).containsExactly("r2", "r1");
    }

    @Test
    void aStaleCopyNeverUndoesARefund() throws Exception {
        Refund refund = refund("r1");
        save(refund);
        Refund half = refund.returning("r1-a", pence(100), pence(0), NOW, "x");
        save(half);
        assertThatThrownBy(() -> save(refund)).isInstanceOf(IllegalStateException.class);
        save(half.withoutRest(pence(1)).closed(1, NOW));
        assertThatThrownBy(() -> save(half)).isInstanceOf(IllegalStateException.class);
        assertThat(store.read(v -> v.refund("r1")).orElseThrow().state()).isEqualTo(RefundState.CLOSED);
    }

    @Test
    void numbersHaveNoGaps() throws Exception {
        assertThat(number()).isEqualTo(1);
        assertThatThrownBy(() -> store.write(tx -> {
                    tx.nextRefundNumber();
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(number()).isEqualTo(2);
    }

    @Test
    void tasksAreOpenUntilSomebodySaysTheyAreDone() throws Exception {
        TaskRow task = TaskRow.open("t1", "kind", "subject", Sentence.quoted("what to do"), NOW);
        store.write(tx -> {
            tx.saveTask(task);
            return true;
        });
        assertThat(store.read(View::openTasks)).containsExactly(task);
        TaskRow done = task.closed("eve", "called the bank", NOW);
        store.write(tx -> {
            tx.saveTask(done);
            return true;
        });
        assertThat(store.read(View::openTasks)).isEmpty();
        assertThat(store.read(v -> v.task("t1")).orElseThrow()).isEqualTo(done);
    }

    @Test
    void dataOfTheVersionBeforeTakesRefundsAfterItsUpgrade(@TempDir Path older) throws Exception {
        try (Connection connection = Sqlite.forWriting(older.resolve("keentill.db"))) {
            Migrations.ALL.upTo(4).apply(connection);
        }
        try (TillStore upgraded = TillStore.open(older, Samples.CLOCK)) {
            upgraded.write(tx -> {
                tx.saveRefund(refund("r1"));
                return tx.nextRefundNumber();
            });
            assertThat(upgraded.read(View::openRefunds)).hasSize(1);
        }
    }

    private void save(Refund refund) throws StoreException {
        store.write(tx -> {
            tx.saveRefund(refund);
            return true;
        });
    }

    private long number() throws StoreException {
        return store.write(Tx::nextRefundNumber);
    }

    private List<String> recent(int limit) throws StoreException {
        List<Refund> refunds = store.read(v -> v.recentRefunds(limit));
        return refunds.stream().map(Refund::id).toList();
    }

    private static Refund refund(String id) {
        return new Refund(
                id,
                "REF-" + id,
                "order-of-another-till",
                "ORDER",
                null,
                RefundState.OPEN,
                Currency.getInstance("GBP"),
                List.of(new RefundLine("line", "Tea", new Quantity(1500), pence(150))),
                pence(25),
                "why",
                "ann",
                List.of(
                        RefundPart.planned(id + "-a", TenderType.CASH, pence(100), null),
                        RefundPart.planned(id + "-b", TenderType.CASH, pence(50), null)),
                "invoice",
                NOW,
                null,
                null);
    }

    private static Money pence(long minor) {
        return Money.of(minor, "GBP");
    }
}
