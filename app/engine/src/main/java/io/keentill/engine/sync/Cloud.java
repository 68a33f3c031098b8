package io.keentill.engine.sync;

import io.keentill.domain.order.OrderState;
import io.keentill.domain.refund.RefundState;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.refund.SalesElsewhere;
import io.keentill.engine.status.TillStatus.Connection;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.store.TillStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Everything that connects this till with RevKeen: the sync of its sales and the connector of its terminal. */
public final class Cloud implements AutoCloseable {

    private final RevKeen api;
    private final RemoteSales remoteSales;
    private final Connector connector;
    private final Sync sync;
    private final TillEvents.Subscription events;

    /** Connects. {@code changed} runs whenever the connection, the channel or the backlog looks different. */
    public Cloud(
            TillStore store,
            Payments payments,
            RevKeen api,
            ToServer.Hello hello,
            IdSource ids,
            InstantSource clock,
            RandomGenerator random,
            Waits waits,
            TillEvents events,
            Runnable changed) {
        this.api = api;
        this.remoteSales = new RemoteSales(api, clock);
        this.connector = new Connector(store, payments, clock, events, changed);
        this.sync = new Sync(store, api, ids, clock, random, waits, connector, changed);
        this.events = events.subscribe(this::onEvent);
        connector.start(api, hello);
        sync.start();
    }

    private void onEvent(TillEvent event) {
        if (event instanceof TillEvent.OrderChanged changed && changed.order().state() == OrderState.PAID) {
            sync.wake();
        }
        if (event instanceof TillEvent.RefundChanged changed && changed.refund().state() == RefundState.CLOSED) {
            sync.wake();
        }
    }

    /** The way to sales of other tills. */
    public SalesElsewhere salesElsewhere() {
        return remoteSales;
    }

    /** Sends what waits now instead of at the end of a pause. */
    public void syncNow() {
        sync.wake();
    }

    /** How RevKeen was reached last. */
    public Connection connection() {
        return sync.state().connection();
    }

    /** Why not, for people. */
    public String connectionMessage() {
        return sync.state().message();
    }

    /** The connector channel. */
    public ConnectorState connectorState() {
        return connector.linkState();
    }

    @Override
    public void close() {
        events.close();
        sync.close();
        connector.close();
        api.close();
    }
}
