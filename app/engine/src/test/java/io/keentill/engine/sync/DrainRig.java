package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.engine.IdSource;
import io.keentill.engine.book.SaleBook;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.HttpPeer;
import io.keentill.engine.support.TestTill;
import io.keentill.engine.support.VirtualTime;
import io.keentill.revkeen.RateLimit;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.store.OutboxSummary;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** A till with a backlog, and a RevKeen that keeps to its limit, both in virtual time. */
final class DrainRig implements AutoCloseable {

    private static final int BATCH = 100;

    private static final DeviceIdentity NO_CHANNEL = new DeviceIdentity() {
        @Override
        public boolean linked() {
            return false;
        }

        @Override
        public boolean notOffered() {
            return true;
        }

        @Override
        public boolean answerAgain(String paymentId) {
            return false;
        }
    };

    final VirtualTime time;
    final FakeRevKeen revKeen;
    final TillStore store;
    final RateLimit limit;
    private final IdSource ids;
    private final SaleBook book;
    private Sync sync;
    private RevKeen api;
    private final ReentrantLock door = new ReentrantLock();
    private double tokens;
    private long counted;
    private int refused;
    private volatile long lastWrite;

    DrainRig(Path folder, RateLimit limit, VirtualTime time) throws Exception {
        this.time = time;
        this.limit = limit;
        this.revKeen = new FakeRevKeen().withoutChannel();
        this.store = TillStore.open(folder, time);
        this.ids = new IdSource(time, new Random(11));
        this.book = new SaleBook(time);
        this.tokens = limit.burst();
        revKeen.refuse(Integer.MAX_VALUE, this::tooMany, 429, "{\"error\":\"slow down\"}", "Retry-After: 1");
    }

    /** Something is done of which no request can tell before it is done: those that come meanwhile wait at the door. */
    <T> T whileNothingArrives(Callable<T> work) throws Exception {
        door.lock();
        try {
            return work.call();
        } finally {
            door.unlock();
        }
    }

    private boolean tooMany(HttpPeer.Request request) {
        door.lock();
        try {
            return isOverLimit(request);
        } finally {
            door.unlock();
        }
    }

    /** RevKeen's own count (section A.6), in the same virtual time. */
    private boolean isOverLimit(HttpPeer.Request request) {
        long now = time.nanos();
        tokens = Math.min(limit.burst(), tokens + (now - counted) * limit.perMinute() / 60e9);
        counted = now;
        if (!request.method().equals("GET")) {
            lastWrite = now;
        }
        if (tokens < 1) {
            refused++;
            return true;
        }
        tokens -= 1;
        return false;
    }

    /** When the last request came that tells RevKeen something. */
    long lastWrite() {
        return lastWrite;
    }

    int refused() {
        return refused;
    }

    /** So many cash sales, spread evenly over this time. */
    List<Order> sell(int count, Duration over) throws StoreException {
        List<Order> sales = new ArrayList<>();
        while (sales.size() < count) {
            int batch = Math.min(BATCH, count - sales.size());
            sales.addAll(store.<List<Order>>write(tx -> {
                List<Order> made = new ArrayList<>();
                for (int i = 0; i < batch; i++) {
                    time.advance(over.dividedBy(count));
                    made.add(sell(tx));
                }
                return made;
            }));
        }
        return sales;
    }

    private Order sell(io.keentill.store.Tx tx) {
        Order order = Order.open(ids.next(), ids.reference(), TestTill.GBP, TestTill.CLERK, time.instant())
                .plusLine(new OrderLine(
                        ids.next(),
                        "p-tea",
                        null,
                        "TEA",
                        "Tea",
                        TestTill.pounds(250),
                        Quantity.ONE,
                        TestTill.VAT,
                        null));
        tx.saveOrder(order);
        Tender cash = Tender.cash(
                ids.next(), order.due(), order.due(), io.keentill.domain.money.CashRounding.NONE, time.instant());
        return book.book(tx, order, cash, TestTill.CLERK);
    }

    void online() throws Exception {
        api = RevKeen.at(
                revKeen.url(),
                "rk_sandbox_test",
                RevKeenOptions.builder()
                        .readRetry(RetryPolicy.once())
                        .rateLimit(limit)
                        .clock(time)
                        .sleeper(time::advance)
                        .build());
        // The sync alone: whoever else waits would let virtual time pass, too.
        sync = new Sync(store, api, ids, time, new Random(5), time, NO_CHANNEL, () -> {});
        sync.start();
    }

    void wake() {
        sync.wake();
    }

    OutboxSummary left() throws StoreException {
        return store.read(View::outboxSummary);
    }

    /** Waits, as long as something still happens. */
    void drained() throws StoreException {
        long quietSince = System.nanoTime();
        int seen = -1;
        while (left().waiting() > 0) {
            int requests = revKeen.requests().size();
            if (requests != seen) {
                seen = requests;
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > Duration.ofSeconds(60).toNanos()) {
                throw new AssertionError("Nothing has been sent for a minute; left: " + left());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() throws Exception {
        if (sync != null) {
            sync.close();
            api.close();
        }
        store.close();
        revKeen.close();
    }
}
