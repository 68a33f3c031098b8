package io.keentill.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that jumps changes what is written down as time, and nothing else. */
class SequenceTest {

    private static final Instant TODAY = Samples.NOW;
    private static final Instant FLAT_BATTERY = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2036-02-07T06:28:16Z");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(TODAY);

    @Test
    void ordersPaymentsAndJournalStayInTheSequenceInWhichTheyCame() throws Exception {
        try (TillStore store = TillStore.open(folder, now::get)) {
            sell(store, "first", TODAY);
            sell(store, "second", FAR_AHEAD);
            sell(store, "third", FLAT_BATTERY);
            sell(store, "fourth", TODAY.plusSeconds(60));
            store.read(view -> {
                assertThat(view.recentOrders(9))
                        .extracting(Order::id)
                        .containsExactly("fourth", "third", "second", "first");
                assertThat(view.recentOrders(1)).extracting(Order::id).containsExactly("fourth");
                assertThat(view.openOrder()).map(Order::id).contains("fourth");
                assertThat(view.recentAttempts(9))
                        .extracting(PaymentAttempt::id)
                        .containsExactly("a-fourth", "a-third", "a-second", "a-first");
                assertThat(view.openAttempts())
                        .extracting(PaymentAttempt::id)
                        .containsExactly("a-first", "a-second", "a-third", "a-fourth");
                assertThat(view.journal(0, 9))
                        .extracting(JournalEntry::subject)
                        .containsExactly("first", "second", "third", "fourth");
                assertThat(view.journalOf("third")).extracting(JournalEntry::at).containsExactly(FLAT_BATTERY);
                return true;
            });
            assertThat(JournalVerifier.verify(store)).isInstanceOf(JournalVerdict.Intact.class);
            assertThat(store.<Long>write(Tx::nextReceiptNumber)).isEqualTo(5);
        }
    }

    @Test
    void anOrderKeepsItsPlaceWhenItChanges() throws Exception {
        try (TillStore store = TillStore.open(folder, now::get)) {
            sell(store, "first", TODAY);
            sell(store, "second", TODAY);
            store.write(tx -> {
                tx.saveOrder(tx.order("first").orElseThrow().parked("Aside"));
                return true;
            });
            assertThat(store.<List<Order>>read(v -> v.recentOrders(9)))
                    .extracting(Order::id)
                    .containsExactly("second", "first");
        }
    }

    private void sell(TillStore store, String id, Instant at) throws StoreException {
        now.set(at);
        store.write(tx -> {
            tx.saveOrder(Order.open(id, "R-" + id, Samples.GBP, "ann", at).plusLine(Samples.line(id + "-1", 250)));
            tx.insertAttempt(Samples.attempt("a-" + id, id, "terminal-" + id));
            tx.nextReceiptNumber();
            return tx.appendJournal("sale", "ann", id, "{}");
        });
    }
}
