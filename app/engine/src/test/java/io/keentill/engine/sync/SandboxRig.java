package io.keentill.engine.sync;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.book.SaleBook;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.TestTill;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.sandbox.Sandbox;
import io.keentill.sandbox.SandboxConfig;
import io.keentill.sandbox.SandboxSeed;
import io.keentill.store.OutboxSummary;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/** A till and the sandbox, which reads the contract on its own. */
final class SandboxRig implements AutoCloseable {

    final Sandbox sandbox;
    final RevKeen office;
    final TillStore store;
    final IdSource ids = new IdSource(InstantSource.system(), new Random(7));
    private final SaleBook book = new SaleBook(InstantSource.system());
    Cloud cloud;

    SandboxRig(Path folder, SandboxSeed seed) throws Exception {
        sandbox = Sandbox.start(
                SandboxConfig.of(0, folder.resolve("sandbox")).withSeed(seed).withRate(0));
        office = RevKeen.at(sandbox.baseUrl().toString(), sandbox.key());
        store = TillStore.open(folder.resolve("till"), InstantSource.system());
        store.write(tx -> {
            tx.saveShop(new Shop("Shop", List.of("Street 1"), "", TestTill.GBP, CashRounding.NONE, List.of()));
            return tx;
        });
    }

    void online(String key) throws Exception {
        TillEvents events = new TillEvents();
        cloud = new Cloud(
                store,
                new Payments(store, book, ids, InstantSource.system(), events),
                RevKeen.at(sandbox.baseUrl().toString(), key),
                new ToServer.Hello("till-1", "Till", "linux", "0", null, false, null),
                ids,
                InstantSource.system(),
                new Random(5),
                Waits.REAL,
                events,
                () -> {});
    }

    void offline() {
        if (cloud != null) {
            cloud.close();
            cloud = null;
        }
    }

    /** Pays all that is due in exact cash and closes the order. */
    Order sold(Order order) throws StoreException {
        Order sale = store.write(tx -> {
            tx.saveOrder(order);
            if (order.due().isZero()) {
                return book.closeUnpaid(tx, order, TestTill.CLERK);
            }
            Tender cash = Tender.cash(
                    ids.next(),
                    order.due(),
                    order.due(),
                    CashRounding.NONE,
                    InstantSource.system().instant());
            return book.book(tx, order, cash, TestTill.CLERK);
        });
        if (cloud != null) {
            // As its event would: else the sync finds it at the end of a rest.
            cloud.wake();
        }
        return sale;
    }

    void drained() throws Exception {
        Eventually.until("all is sent", () -> {
            OutboxSummary left = store.read(View::outboxSummary);
            return left.waiting() == 0 && left.blocked() == 0;
        });
    }

    @Override
    public void close() throws Exception {
        offline();
        store.close();
        office.close();
        sandbox.close();
    }
}
