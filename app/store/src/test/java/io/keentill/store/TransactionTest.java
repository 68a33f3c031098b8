package io.keentill.store;

import static io.keentill.store.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keentill.domain.order.OrderState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest {

    @TempDir
    private Path folder;

    private TillStore store;

    @BeforeEach
    void open() throws StoreException {
        store = TillStore.open(folder, Samples.CLOCK);
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void anExceptionUndoesEverythingAndIsPassedOn() throws StoreException {
        IllegalArgumentException bug = new IllegalArgumentException("bug");
        assertThatThrownBy(() -> store.write(tx -> {
                    tx.saveOrder(order("a"));
                    tx.appendJournal("sale", "ann", "a", "{}");
                    tx.addOutbox(new NewOutboxRow("a", 1, "order", "a", Samples.NOW));
                    throw bug;
                }))
                .isSameAs(bug);
        assertThat(store.<Boolean>read(v -> v.order("a").isEmpty()
                        && v.journal(0, 9).isEmpty()
                        && v.outboxOf("a").isEmpty()))
                .isTrue();
        assertThat(store.commits()).isZero();
    }

    @Test
    void receiptNumbersHaveNoGapsWhateverFails() throws StoreException {
        List<Long> given = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            if (i % 3 == 1) {
                assertThatThrownBy(() -> store.write(tx -> {
                            tx.nextReceiptNumber();
                            throw new IllegalStateException("no sale");
                        }))
                        .isInstanceOf(IllegalStateException.class);
            } else {
                given.add(store.<Long>write(Tx::nextReceiptNumber));
            }
        }
        assertThat(given)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, given.size()).boxed().toList());
        assertThat(store.commits()).isEqualTo(given.size());
    }

    @Test
    void writersQueueAndNoneIsLost() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> numbers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                numbers.add(threads.submit(() -> store.<Long>write(Tx::nextReceiptNumber)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<Long> number : numbers) {
                all.add(number.get(20, TimeUnit.SECONDS));
            }
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 50).boxed().toList());
        }
    }

    @Test
    void callingTheStoreInsideOfAWriteIsABug() throws StoreException {
        assertThatThrownBy(() -> store.write(tx -> nested(() -> store.write(Tx::nextReceiptNumber))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.write(tx -> nested(() -> store.read(View::countProducts))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.<Long>write(Tx::nextReceiptNumber)).isEqualTo(1);
    }

    @Test
    void readsMayNestDeeplyAndSeeOneUnchangingState() throws StoreException {
        long deep = store.<Long>read(outer -> {
            nested(() -> store.write(tx -> {
                tx.saveOrder(order("a"));
                return null;
            }));
            assertThat(outer.order("a")).as("not in a state from before").isEmpty();
            return (Long) nested(() ->
                    store.read(v1 -> nested(() -> store.read(v2 -> nested(() -> store.read(v3 -> nested(() ->
                            store.read(v4 -> nested(() -> store.read(v5 -> v5.countOrders(OrderState.OPEN)))))))))));
        });
        assertThat(deep).isEqualTo(1);
    }

    @Test
    void aReadDoesNotWaitForTheWriter() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> store.write(tx -> {
                tx.saveOrder(order("a"));
                writing.countDown();
                return nested(() -> seen.await(20, TimeUnit.SECONDS));
            }));
            assertThat(writing.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(store.<Boolean>read(v -> v.order("a").isEmpty())).isTrue();
            seen.countDown();
            assertThat(writer.get(20, TimeUnit.SECONDS)).isEqualTo(true);
        }
    }

    @Test
    void aViewIsDeadOutsideOfItsTransaction() throws StoreException {
        AtomicReference<View> leaked = new AtomicReference<>();
        store.write(tx -> {
            leaked.set(tx);
            return null;
        });
        assertThatThrownBy(() -> leaked.get().countProducts()).isInstanceOf(IllegalStateException.class);
        store.read(view -> {
            leaked.set(view);
            return null;
        });
        assertThatThrownBy(() -> leaked.get().countProducts()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedStoreSaysSo() throws StoreException {
        store.close();
        store.close();
        assertThatThrownBy(() -> store.read(View::countProducts)).hasMessageContaining("closed");
        assertThatThrownBy(() -> store.write(Tx::nextReceiptNumber)).hasMessageContaining("closed");
    }

    private interface Call {
        Object run() throws Exception;
    }

    private static Object nested(Call call) {
        try {
            return call.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
