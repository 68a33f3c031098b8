package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.engine.Waits;
import io.keentill.engine.account.AccountsElsewhere;
import io.keentill.engine.status.TillStatus.ConnectorState;
import io.keentill.engine.support.Eventually;
import io.keentill.engine.support.FakeRevKeen;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.HttpPeer.Request;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.engine.support.VirtualTime;
import io.keentill.revkeen.RetryPolicy;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.revkeen.connector.ToServer;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.OutboxSummary;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A till with its sync and connector on a RevKeen of its own. Online only between {@link #online} and {@link #offline}. */
final class CloudRig implements AutoCloseable {

    static final Predicate<Request> ORDERS = r -> r.line().equals("POST /v2/orders");
    static final Predicate<Request> ANY = r -> true;
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration LONG_STEP = Duration.ofMinutes(1);

    private final String url;
    private final String key;
    private final String name;
    private final AutoCloseable server;
    final FakeTerminal terminal = new FakeTerminal();
    final TestClock clock = TestClock.running();
    private final Path folder;
    /** How the sync and the connector let time pass. */
    Waits waits = Waits.REAL;

    TestTill till;
    private Cloud cloud;
    private AccountsElsewhere accounts = AccountsElsewhere.NONE;
    private ClaimRenewal claims;
    /** How old claims of invoices are; it passes when a test says so. */
    final VirtualTime claimTime = new VirtualTime(Duration.ZERO);

    CloudRig(Path folder, FakeRevKeen revKeen) throws Exception {
        this(folder, revKeen.url(), "rk_sandbox_test", "till-1", revKeen);
    }

    /**
     * On any server.
     *
     * @param name the connector's own lasting id
     * @param server is closed with it
     */
    CloudRig(Path folder, String url, String key, String name, AutoCloseable server) throws Exception {
        this.folder = folder;
        this.url = url;
        this.key = key;
        this.name = name;
        this.server = server;
        this.till = TestTill.open(folder, clock, terminal);
    }

    CloudRig online() throws Exception {
        RevKeen api = RevKeen.at(
                url, key, RevKeenOptions.builder().readRetry(RetryPolicy.once()).build());
        ToServer.Hello hello = new ToServer.Hello(name, "Till", "linux", "0", null, true, true);
        cloud = new Cloud(
                till.store(),
                till.payments(),
                api,
                hello,
                till.ids(),
                clock,
                new Random(5),
                waits,
                till.events(),
                () -> {});
        UnhurriedTime unhurried = new UnhurriedTime();
        InvoiceClaim claim = new InvoiceClaim(api, till.ids(), claimTime, hello.deviceName(), hello.connectorId());
        accounts = new RemoteAccounts(api, unhurried, claim);
        claims = new ClaimRenewal(till.store(), claim, till.ids(), claimTime);
        till.refunds()
                .askElsewhere(cloud.salesElsewhere(), new RefundsElsewhere(till.store(), api, unhurried, cloud::wake));
        return this;
    }

    /** The way to what customers owe and may use, for whoever is not in a hurry; none while the till is offline. */
    AccountsElsewhere accounts() {
        return cloud == null ? AccountsElsewhere.NONE : accounts;
    }

    /** Has what is due of its claims of invoices told anew, and waits for it. */
    void claimsAreKept() throws Exception {
        claims.look();
        Eventually.until("claimed", claims::atRest);
    }

    Cloud cloud() {
        return cloud;
    }

    void offline() {
        if (cloud != null) {
            claims.close();
            cloud.close();
            cloud = null;
        }
    }

    /** The program ends and starts again. */
    void restart() throws Exception {
        offline();
        till.close();
        till = TestTill.open(folder, clock, terminal);
    }

    /** Waits until everything is with RevKeen and nothing needs anybody; the pauses in between are made short. */
    void drained() throws Exception {
        Eventually.until("all is sent", () -> {
            clock.jump(untilDue());
            cloud.syncNow();
            OutboxSummary left = till.store().read(View::outboxSummary);
            return left.waiting() == 0 && left.blocked() == 0;
        });
    }

    /** What rests for minutes is not waited for in steps that a busy machine makes too few of. */
    private Duration untilDue() throws Exception {
        Instant now = clock.instant();
        Duration due = till.store()
                .read(view -> view.nextOutboxDue(now))
                .map(next -> Duration.between(now, next))
                .orElse(Duration.ZERO);
        return due.compareTo(LONG_STEP) > 0 ? LONG_STEP : due.compareTo(STEP) < 0 ? STEP : due;
    }

    /**
     * Has what others do at RevKeen read again and again until something is so. Never before the reading has come to rest:
     * each time it begins with the first list, and who asks all the time keeps it from the last.
     */
    void followed(String what, Callable<Boolean> condition) throws Exception {
        AtomicInteger seen = new AtomicInteger(-1);
        AtomicInteger quietFor = new AtomicInteger();
        AtomicInteger longEnough = new AtomicInteger(10);
        cloud.downloadNow();
        Eventually.until(what, () -> {
            int now = ((FakeRevKeen) server).requests().size();
            if (now != seen.getAndSet(now)) {
                quietFor.set(0);
            } else if (quietFor.incrementAndGet() >= longEnough.get()) {
                quietFor.set(0);
                longEnough.set(2 * longEnough.get());
                cloud.downloadNow();
            }
            return condition.call();
        });
    }

    /** Waits until the till is linked with the channel. */
    CloudRig linked() throws Exception {
        online();
        Eventually.until("linked", () -> cloud.connectorState() == ConnectorState.LINKED);
        return this;
    }

    /** Waits until so many requests of a kind have come. */
    void arrived(String line, int count) throws Exception {
        FakeRevKeen revKeen = (FakeRevKeen) server;
        Eventually.until(count + " of " + line, () -> revKeen.requests(line).size() >= count);
    }

    List<OutboxRow> tasks() throws Exception {
        return till.store().read(View::outboxTasks);
    }

    boolean isDone(Order order) throws Exception {
        return till.outboxOf(order).stream().allMatch(r -> r.state() == OutboxState.DONE);
    }

    long journalled(String type) throws Exception {
        return till.store().read(view -> view.journal(0, 10_000)).stream()
                .filter(e -> e.type().equals(type))
                .count();
    }

    @Override
    public void close() throws Exception {
        offline();
        till.close();
        server.close();
    }
}
