package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.refund.RefundState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.account.AccountsElsewhere;
import io.keentill.engine.paylink.LinkDesk;
import io.keentill.engine.paylink.PayLinks;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.refund.MoneyElsewhere;
import io.keentill.engine.refund.SalesElsewhere;
import io.keentill.engine.shift.CardsElsewhere;
import io.keentill.engine.status.TillStatus.Connection;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Everything that connects this till with RevKeen: the sync of its sales and the connector of its terminal. */
public final class Cloud implements AutoCloseable {

    private static final String CREDENTIALS = "revkeen.credentials";

    private final RevKeen api;
    private final RemoteSales remoteSales;
    private final RemoteCards remoteCards;
    private final CustomerDesk customers;
    private final RefundsElsewhere moneyElsewhere;
    private final AccountsElsewhere accounts;
    private final ClaimRenewal claims;
    private final Connector connector;
    private final Sync sync;
    private final Downloads downloads;
    private final PayLinks links;
    private final TillEvents.Subscription events;

    /** Connects with the key alone. */
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
            Runnable changed)
            throws StoreException {
        this(store, payments, api, hello, ids, clock, random, waits, events, LinkKeeper.NONE, changed);
    }

    /**
     * Connects. {@code changed} runs whenever the connection, the channel or the backlog looks different.
     *
     * @param keeper of the token that the connector was linked with
     */
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
            LinkKeeper keeper,
            Runnable changed)
            throws StoreException {
        this.api = api;
        this.remoteSales = new RemoteSales(api, clock);
        this.remoteCards = new RemoteCards(store, api);
        this.customers = new CustomerCounter(store, api, ids);
        this.moneyElsewhere = new RefundsElsewhere(store, api, waits, this::wake);
        InvoiceClaim claim = new InvoiceClaim(api, ids, waits, hello.deviceName(), hello.connectorId());
        this.accounts = new RemoteAccounts(api, waits, claim);
        this.claims = new ClaimRenewal(store, claim, ids, waits);
        this.connector = new Connector(store, payments, clock, waits, events, keeper, changed);
        this.sync = new Sync(store, api, ids, clock, random, waits, connector, changed);
        this.downloads = new Downloads(Feeds.all(store, api, ids, clock), sync, waits);
        this.links = new PayLinks(payments.links(), api, ids, clock, waits, events);
        this.events = events.subscribe(this::onEvent);
        connector.start(api, hello);
        sync.start();
        downloads.start();
        links.start();
    }

    /**
     * Tells which API key is used from now on. RevKeen knows idempotency keys per API key, so that after a change none that
     * is under way can be relied on. Kept is a fingerprint that tells one key from another and gives nothing away.
     */
    public static void credentialsAre(TillStore store, String apiKey) throws StoreException {
        String mark = Fingerprint.of(apiKey);
        Optional<String> before = store.read(view -> view.setting(CREDENTIALS));
        if (before.filter(mark::equals).isPresent()) {
            return;
        }
        store.write(tx -> {
            tx.putSetting(CREDENTIALS, mark);
            return tx.doubtOutboxKeys();
        });
    }

    private void onEvent(TillEvent event) {
        if (event instanceof TillEvent.OrderChanged changed && hasSomethingToTell(changed.order())) {
            sync.wake();
        }
        if (event instanceof TillEvent.RefundChanged changed && changed.refund().state() != RefundState.OPEN) {
            sync.wake();
        }
    }

    private static boolean hasSomethingToTell(Order order) {
        return order.state() == OrderState.PAID || (order.state() == OrderState.CANCELLED && order.settlesInvoice());
    }

    /** What RevKeen has of a till's card payments, for whoever closes a terminal's day without the rest of the till. */
    public static CardsElsewhere cardsElsewhere(TillStore store, RevKeen api) {
        return new RemoteCards(store, api);
    }

    /** What RevKeen has of this till's card payments. */
    public CardsElsewhere cardsElsewhere() {
        return remoteCards;
    }

    /** The way to sales of other tills. */
    public SalesElsewhere salesElsewhere() {
        return remoteSales;
    }

    /** Who buys. */
    public CustomerDesk customers() {
        return customers;
    }

    /** The way to what customers owe and may use. */
    public AccountsElsewhere accountsElsewhere() {
        return accounts;
    }

    /** Goes on claiming the invoices whose money may have been taken here; to be called every few seconds. */
    public void keepClaims() {
        claims.look();
    }

    /** Payments by link. */
    public LinkDesk links() {
        return links;
    }

    /** The way to what others gave back on sales of this till. */
    public MoneyElsewhere moneyElsewhere() {
        return moneyElsewhere;
    }

    /** There is something new to send. */
    public void wake() {
        sync.wake();
    }

    /** Sends what waits now instead of at the end of a pause, and tries again what lacked a permission. */
    public void syncNow() {
        sync.tryNow();
    }

    /** Follows what RevKeen has anew, now instead of at the end of a rest. */
    public void downloadNow() {
        downloads.now();
    }

    /** How RevKeen was reached last. */
    public Connection connection() {
        return sync.state().connection();
    }

    /** Why not, for people. */
    public Sentence connectionMessage() {
        return sync.state().message();
    }

    /** The connector channel. */
    public ConnectorState connectorState() {
        return connector.linkState();
    }

    /** Exchanges a linking code; the connector speaks for itself from then on. Blocks for seconds. */
    public LinkResult link(String code) {
        return connector.link().link(code);
    }

    /** Connects the connector with the key again. */
    public void unlink() throws IOException {
        connector.link().unlink();
    }

    /** Whether the connector was linked with a code. */
    public boolean linkedByCode() {
        return connector.link().byCode();
    }

    @Override
    public void close() {
        events.close();
        claims.close();
        downloads.close();
        links.close();
        sync.close();
        connector.close();
        api.close();
    }
}
