package io.keentill.sandbox;

import io.keentill.sandbox.api.AccessLog;
import io.keentill.sandbox.api.Answers;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Faults;
import io.keentill.sandbox.api.Gateway;
import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.RateLimiter;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Scopes;
import io.keentill.sandbox.api.Switches;
import io.keentill.sandbox.api.Versions;
import io.keentill.sandbox.control.ClockControl;
import io.keentill.sandbox.control.KeyControl;
import io.keentill.sandbox.control.SandboxClock;
import io.keentill.sandbox.control.SettingsControl;
import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.StorageException;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.hooks.Courier;
import io.keentill.sandbox.hooks.HooksGroup;
import io.keentill.sandbox.money.MoneyGroup;
import io.keentill.sandbox.office.Downloads;
import io.keentill.sandbox.office.OfficeGroup;
import io.keentill.sandbox.online.OnlineGroup;
import io.keentill.sandbox.recurring.RecurringGroup;
import io.keentill.sandbox.server.Admin;
import io.keentill.sandbox.server.Downloading;
import io.keentill.sandbox.server.Guard;
import io.keentill.sandbox.server.HttpFront;
import io.keentill.sandbox.shop.Catalogue;
import io.keentill.sandbox.shop.CreditNotes;
import io.keentill.sandbox.shop.Customers;
import io.keentill.sandbox.shop.Invoices;
import io.keentill.sandbox.shop.Orders;
import io.keentill.sandbox.shop.PaymentMethods;
import io.keentill.sandbox.shop.Pricing;
import io.keentill.sandbox.shop.SetupIntents;
import io.keentill.sandbox.terminal.Connectors;
import io.keentill.sandbox.terminal.TerminalGroup;
import io.keentill.sandbox.terminal.TerminalPayments;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running sandbox: a RevKeen-compatible server on this machine only. All state is in its directory; closed and started
 * again on the same directory it goes on where it was, with the same key.
 */
public final class Sandbox implements AutoCloseable {
    private static final String DATABASE = "sandbox.db";
    private static final long TICK_MILLIS = 500;

    private final SandboxConfig config;
    private final Database database;
    private final SandboxClock clock;
    private final Ids ids;
    private final Keys keys;
    private final String key;
    private final Connectors connectors;
    private final Courier courier;
    private final List<Group> groups;
    private final List<Endpoint> endpoints;
    private final AccessLog access = new AccessLog();
    private final Switches switches = new Switches();
    private final HttpFront front;
    private final ScheduledExecutorService ticker;
    private final Future<?> ticking;

    private Sandbox(SandboxConfig config, InetAddress address, Database database) throws IOException {
        this.config = config;
        this.database = database;
        clock = new SandboxClock(config.clock(), database);
        ids = new Ids(config.random());
        keys = new Keys(database, clock, ids);
        key = KeyFile.readOrMake(config.directory(), () -> keys.issue(Set.of(), Versions.CURRENT));
        keys.admit(key, Scopes.every(), Versions.CURRENT);
        String exposedKey =
                address.isLoopbackAddress() ? null : config.exposure().key();
        if (exposedKey != null) {
            keys.admit(exposedKey, Scopes.every(), Versions.CURRENT);
        }
        switches.olderSpelling(config.habits().olderSpelling());
        switches.olderEvents(config.habits().olderEvents());
        database.transaction(this::seed);
        connectors = new Connectors(database, keys, clock, ids);
        Faults faults = new Faults();
        RateLimiter limiter = new RateLimiter(
                clock, config.limit().perMinute(), config.limit().burst());
        courier = new Courier(database, clock, ids, switches, config.habits().webhooksAnywhere());
        groups = groups(connectors, new Downloads(this::downloads));
        endpoints = endpoints(groups);
        Gateway gateway = new Gateway(endpoints, database, keys, limiter, faults, access, switches, clock, ids);
        Admin admin = new Admin(
                database,
                faults,
                access,
                new Controls(groups, database, clock, ids),
                List.of(
                        new ClockControl(clock, this::tick),
                        new KeyControl(keys),
                        new SettingsControl(limiter, switches),
                        new SeedControl(this::add)),
                new Guard(exposedKey),
                this::reset);
        Downloading downloading = new Downloading(database, clock, ids);
        front = new HttpFront(address, config.port(), gateway, admin, downloading, connectors);
        ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sandbox-ticker").factory());
        ticking = ticker.scheduleWithFixedDelay(this::safeTick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts a sandbox; it answers when this returns.
     *
     * @throws IllegalArgumentException when the host is not this machine's loopback and may not be anything else
     * @throws SandboxException when the directory cannot be used or the port is taken
     */
    public static Sandbox start(SandboxConfig config) {
        InetAddress address = Listening.address(config);
        try {
            Files.createDirectories(config.directory());
        } catch (IOException failure) {
            throw new SandboxException("The data folder " + config.directory() + " cannot be made.", failure);
        }
        Database database;
        try {
            database = Database.open(config.directory().resolve(DATABASE));
        } catch (StorageException failure) {
            throw new SandboxException("The sandbox's data cannot be used: " + failure.getMessage(), failure);
        }
        try {
            return new Sandbox(config, address, database);
        } catch (IOException | RuntimeException failure) {
            database.close();
            throw new SandboxException(
                    "The sandbox cannot start on port " + config.port() + " with " + config.directory() + ": "
                            + failure.getMessage(),
                    failure);
        }
    }

    /** The API's base, ending in {@code /v2}. */
    public URI baseUrl() {
        return at("/v2");
    }

    /** The base of the sandbox's own controls, ending in {@code /sandbox}. */
    public URI adminUrl() {
        return at("/sandbox");
    }

    /** A key with every scope; the same after a restart. {@link #issueKey} makes keys with fewer. */
    public String key() {
        return key;
    }

    /** A further key with these scopes only, such as {@code orders:read}. It is kept nowhere in clear. */
    public String issueKey(Set<String> scopes) {
        return issueKey(scopes, Versions.CURRENT);
    }

    /** The same, pinned to an API version such as {@code 2026-01-15}. */
    public String issueKey(Set<String> scopes, String version) {
        return keys.issue(scopes, version);
    }

    /**
     * Does what is due by the clock: each part of the API its own, and old answers are forgotten. Webhooks that are due
     * leave soon after. A part that fails keeps no other from its turn.
     *
     * @throws IllegalStateException when a part failed
     */
    public void tick() {
        List<Consumer<Work>> due = new ArrayList<>();
        groups.forEach(group -> due.add(group::tick));
        due.add(work -> Answers.forgetOld(work.tx(), work.now()));
        List<RuntimeException> failures = new ArrayList<>();
        for (Consumer<Work> part : due) {
            try {
                inTick(part);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        courier.wake();
        if (!failures.isEmpty()) {
            IllegalStateException failed = new IllegalStateException("a timer failed", failures.getFirst());
            failures.stream().skip(1).forEach(failed::addSuppressed);
            throw failed;
        }
    }

    /** What the API offers, in no particular order. */
    public List<Operation> operations() {
        return endpoints.stream()
                .map(endpoint -> new Operation(endpoint.method(), endpoint.path(), endpoint.scope()))
                .toList();
    }

    /** Which operations were called since the start or {@link #forgetServed}, and how they answered. */
    public List<Served> served() {
        return access.entries().stream()
                .map(entry -> new Served(entry.method(), entry.path(), entry.status(), entry.count()))
                .toList();
    }

    /** How many objects of a kind, such as {@code order}, are stored. */
    public long stored(String kind) {
        return database.read(tx -> Query.of(kind).count(tx));
    }

    /** Makes {@link #served} empty. */
    public void forgetServed() {
        access.clear();
    }

    /**
     * One operation of the API.
     *
     * @param method upper case
     * @param path with {@code {placeholders}}, below {@link #baseUrl}
     * @param scope what a key needs for it; several with a bar between them when any one will do
     */
    public record Operation(String method, String path, String scope) {}

    /**
     * Answers of one kind.
     *
     * @param method upper case
     * @param path with {@code {placeholders}}, null when a request fitted no operation
     * @param status the HTTP status
     * @param count how often
     */
    public record Served(String method, @Nullable String path, int status, long count) {}

    /** Ends all connections and stops listening; everything answered so far is kept. */
    @Override
    public void close() {
        ticking.cancel(false);
        ticker.close();
        connectors.closeAll();
        front.close();
        courier.close();
        database.close();
    }

    /** The API, part by part. */
    private static List<Group> groups(Connectors connectors, Downloads downloads) {
        return List.of(
                Group.of(Catalogue.products(), Catalogue.taxRates()),
                Group.of(Pricing.prices(), Pricing.discounts()),
                Group.of(Customers.customers()),
                Orders.group(),
                Invoices.group(),
                Group.of(CreditNotes.creditNotes(TerminalPayments.reversals(connectors))),
                Group.of(PaymentMethods.methods(), SetupIntents.intents()),
                new HooksGroup(),
                new MoneyGroup(),
                new OnlineGroup(),
                new RecurringGroup(),
                new OfficeGroup(downloads),
                new TerminalGroup(connectors));
    }

    private static List<Endpoint> endpoints(List<Group> groups) {
        return groups.stream()
                .map(Group::resources)
                .flatMap(List::stream)
                .map(Resource::endpoints)
                .flatMap(List::stream)
                .toList();
    }

    private Work seed(io.keentill.sandbox.data.Tx tx) {
        Work work = Work.own(tx, clock.instant(), ids);
        Seeder.seed(work, config.seed());
        return work;
    }

    private void add(SandboxSeed more) {
        database.transaction(tx -> {
            Work work = Work.own(tx, clock.instant(), ids);
            Seeder.add(work, more);
            return work;
        });
    }

    private void reset() {
        clock.reset();
        database.transaction(tx -> {
            tx.execute("DELETE FROM objects");
            tx.execute("DELETE FROM answers");
            tx.execute("DELETE FROM counters");
            tx.execute("DELETE FROM ledger");
            return seed(tx);
        });
        // Last, so that none comes back to a device that is just being forgotten.
        connectors.closeAll();
    }

    private void inTick(Consumer<Work> due) {
        database.transaction(tx -> {
            Work work = Work.own(tx, clock.instant(), ids);
            due.accept(work);
            return work;
        });
    }

    private void safeTick() {
        try {
            tick();
        } catch (RuntimeException failure) {
            System.getLogger(Sandbox.class.getName()).log(System.Logger.Level.WARNING, "a tick failed", failure);
        }
    }

    private URI downloads() {
        return at(HttpFront.DOWNLOADS);
    }

    private URI at(String path) {
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return URI.create("http://" + host + ":" + front.port() + path);
    }
}
