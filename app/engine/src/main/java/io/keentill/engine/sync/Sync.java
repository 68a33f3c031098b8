package io.keentill.engine.sync;

import io.keentill.engine.IdSource;
import io.keentill.engine.Waits;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.status.TillStatus.Connection;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Drains the outbox into RevKeen: within a sale in sequence, several sales side by side, fresh ones before the backlog of
 * an outage. Which row goes is decided at the moment at which one may leave. Never stops for a refusal, never drops a row.
 *
 * <p>What to do is decided by {@link Contact}, {@link SendOrder}, {@link ScopeGates} and {@link KeyClock}; this class
 * lets time pass and carries it out.
 */
final class Sync implements Downloads.Turns, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sync.class.getName());
    private static final int SIDE_BY_SIDE = 16;

    /** Where nothing limits the rate, only the disk does: the more requests share a commit, the less it counts. */
    private static final int WITHOUT_LIMIT = 64;

    /** However soon a row is due: the wall clock, which says when, and the waiting do not agree to the nanosecond. */
    private static final Duration SHORTEST = Duration.ofMillis(20);

    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
    private static final String HIGHEST_CLOCK = "sync.clock";

    private final TillStore store;
    private final RevKeen api;
    private final OutboxSender sender;
    private final InstantSource clock;
    private final Waits waits;
    private final Runnable changed;
    private final Contact contact;
    private final int most;
    private final ScopeGates gates;
    private final KeyClock keys;
    private final Flights flights = new Flights();
    private final DueRows due;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private volatile boolean closed;

    /** Drains once started. {@code changed} runs whenever the connection or the backlog looks different. */
    Sync(
            TillStore store,
            RevKeen api,
            IdSource ids,
            InstantSource clock,
            RandomGenerator random,
            Waits waits,
            DeviceIdentity device,
            Runnable changed)
            throws StoreException {
        this.store = store;
        this.api = api;
        this.clock = clock;
        this.waits = waits;
        this.changed = changed;
        this.contact = new Contact(api.rateLimit(), random, waits.nanos());
        this.most = api.rateLimit().perMinute() == 0 ? WITHOUT_LIMIT : SIDE_BY_SIDE;
        this.gates = new ScopeGates(random);
        Optional<String> highest = store.read(view -> view.setting(HIGHEST_CLOCK));
        this.keys = highest.map(text -> new KeyClock(Instant.parse(text))).orElseGet(() -> new KeyClock(null));
        DeviceTurn turn = new DeviceTurn();
        SyncParts parts =
                new SyncParts(store, new SharedCommits(store), api, ids, clock, waits, random, keys, gates, turn);
        Planner planner = new Planner(store, api, ids, clock, device);
        this.sender = new OutboxSender(
                parts, planner, new Lookup(store, api, planner), new WalkInCustomer(store, api, ids), device);
        this.due = new DueRows(store, clock, turn, flights, most);
        due.beginBacklog();
        this.thread = Thread.ofVirtual().name("sync").unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    /** There is something new: looks now instead of at the end of a pause of its own. */
    public void wake() {
        nudged.set(true);
        wake.release();
    }

    /** Somebody asks: tries what was held back for want of a permission, too. */
    public void tryNow() {
        gates.tryNow(waits.nanos());
        wake();
    }

    SyncState state() {
        SyncState reached = contact.state();
        return reached.connection() == Connection.ONLINE ? new SyncState(Connection.ONLINE, gates.words()) : reached;
    }

    private void loop() {
        while (!closed) {
            try {
                Duration wait = step();
                if (wait.isPositive() && waits.acquire(wake, wait)) {
                    wake.drainPermits();
                }
            } catch (StoreException | RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "The sync could not go on; trying again soon", e);
                contact.rest(IDLE, waits.nanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends one row if one may leave; answers how long to wait before the next step. */
    private Duration step() throws StoreException, InterruptedException {
        flights.awaitFewerThan(contact.proven() ? most : 1);
        lookAtClock();
        if (nudged.getAndSet(false)) {
            contact.nudge();
            due.refresh();
        }
        Duration wait = contact.untilNext(waits.nanos());
        if (wait.isPositive()) {
            if (wait.compareTo(SHORTEST) >= 0) {
                due.refresh();
            }
            return wait; // too short for anything to have changed that does not say so itself
        }
        Optional<OutboxRow> row = due.next(gates.held(waits.nanos()));
        if (row.isEmpty()) {
            return idle();
        }
        dispatch(row.get());
        return Duration.ZERO;
    }

    private void dispatch(OutboxRow row) {
        flights.depart(row.id());
        gates.leaving(row.kind());
        long token = contact.leave(waits.nanos());
        sends.execute(() -> advance(row, token));
    }

    private void advance(OutboxRow row, long token) {
        try {
            Answer answer = sender.advance(row);
            settleGate(row, answer);
            answered(token, answer);
        } catch (StoreException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Outbox row " + row.id() + " could not be advanced", e);
            gates.unclear(row.kind());
            contact.rest(IDLE, waits.nanos());
        } finally {
            flights.land(row.id());
            due.landed(row);
            wake.release();
        }
    }

    private void settleGate(OutboxRow row, Answer answer) {
        switch (answer) {
            case Answer.Accepted _, Answer.AtDevice _ -> gates.taken(row.kind(), row.id());
            case Answer.Denied _ -> due.lookAgain(); // the sender has told the gate
            default -> gates.unclear(row.kind());
        }
    }

    @Override
    public OptionalLong spare(boolean urgent) {
        return contact.spare(urgent, waits.nanos());
    }

    @Override
    public void answered(long token, Answer answer) throws StoreException {
        SyncState before = state();
        if (contact.answered(token, answer, waits.nanos())) {
            due.beginBacklog();
        }
        SyncState now = state();
        if (!now.equals(before)) {
            LOG.log(System.Logger.Level.INFO, "RevKeen: {0} {1}", now.connection(), now.message());
        }
        changed.run();
    }

    private Duration idle() throws StoreException {
        if (!flights.none()) {
            return untilDue(); // or until one lands, which wakes it
        }
        if (contact.state().connection() != Connection.ONLINE) {
            long token = contact.leave(waits.nanos());
            answered(token, Answer.of(api.terminalDevices().list(null, null).firstPage(), ok -> ""));
            return Duration.ZERO;
        }
        return untilDue();
    }

    /**
     * How long nothing has to be looked at: until a row's time or a gate's comes. Whatever makes a row due ahead of that
     * wakes the sync: a new sale, an answer, somebody who asks. A wall clock that is put forward is seen after {@link
     * #IDLE}.
     */
    private Duration untilDue() throws StoreException {
        Instant now = clock.instant();
        Duration row = store.read(view -> view.nextOutboxDue(now))
                .map(next -> Duration.between(now, next))
                .orElse(IDLE);
        Duration gate = gates.untilNext(waits.nanos()).orElse(IDLE);
        Duration wait = row.compareTo(gate) < 0 ? row : gate;
        return wait.compareTo(IDLE) > 0 ? IDLE : wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }

    private void lookAtClock() throws StoreException {
        Instant wall = clock.instant();
        boolean back = keys.look(wall, waits.nanos());
        Instant keep = keys.toKeep();
        if (!back && keep == null) {
            return;
        }
        store.write(tx -> {
            if (keep != null) {
                tx.putSetting(HIGHEST_CLOCK, keep.toString());
            }
            if (back) {
                int doubted = tx.doubtOutboxKeys();
                tx.appendJournal(
                        "clock.put_back",
                        "sync",
                        "clock",
                        JournalText.of("now", wall.toString(), "keys_doubted", doubted)
                                .json());
            }
            return tx;
        });
        if (back) {
            due.refresh();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            // It may be looking at the store, and hands out no more once it has ended.
            boolean looked = thread.join(LAST_ANSWERS);
            sends.shutdown();
            if (!looked) {
                LOG.log(System.Logger.Level.INFO, "The sync did not stop in time");
            }
            // What is under way is stored when its answer comes; the store is closed only after this.
            if (!sends.awaitTermination(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                sends.shutdownNow();
                boolean ended = sends.awaitTermination(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
                LOG.log(System.Logger.Level.INFO, "Sends were cut short, ended: {0}", ended);
            }
        } catch (InterruptedException e) {
            sends.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
