package io.keentill.engine.sync;

import io.keentill.engine.IdSource;
import io.keentill.engine.Waits;
import io.keentill.engine.status.TillStatus.Connection;
import io.keentill.revkeen.RevKeen;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxSummary;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Drains the outbox into RevKeen: within a sale in sequence, several sales side by side, fresh ones not starved by a
 * backlog. Never stops for a refusal, never drops a row.
 */
public final class Sync implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Sync.class.getName());
    private static final int SIDE_BY_SIDE = 6;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration ANY_CLOCK = Duration.ofDays(36_500);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final TillStore store;
    private final RevKeen api;
    private final OutboxSender sender;
    private final WalkInCustomer walkIn;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Waits waits;
    private final Runnable changed;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService sends = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private volatile SyncState state = new SyncState(Connection.UNTRIED, "");
    private volatile boolean closed;
    private int failures;
    private boolean asked;

    /** Starts draining. {@code changed} runs whenever the connection or the backlog looks different. */
    Sync(
            TillStore store,
            RevKeen api,
            IdSource ids,
            InstantSource clock,
            RandomGenerator random,
            Waits waits,
            DeviceIdentity device,
            Runnable changed) {
        this.store = store;
        this.api = api;
        this.clock = clock;
        this.random = random;
        this.waits = waits;
        this.changed = changed;
        this.walkIn = new WalkInCustomer(store, api, ids);
        Planner planner = new Planner(store, api, ids, clock, device);
        this.sender = new OutboxSender(store, api, planner, new Lookup(store, api, planner, clock), clock, random);
        this.thread = Thread.ofVirtual().name("sync").unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    /** Looks now instead of at the end of the pause. */
    public void wake() {
        wake.release();
    }

    SyncState state() {
        return state;
    }

    private void loop() {
        while (!closed) {
            Duration pause = LOOK_AGAIN;
            asked = false;
            try {
                pause = round();
            } catch (StoreException | RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Sync round failed; going on", e);
                pause = IDLE;
            } catch (InterruptedException e) {
                return;
            }
            try {
                rest(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A pause that RevKeen asked for is kept to its end; any other ends when something new is to be sent. */
    private void rest(Duration pause) throws InterruptedException {
        if (asked) {
            waits.sleep(pause);
        } else if (waits.acquire(wake, pause)) {
            wake.drainPermits();
        }
    }

    /** Advances what is due; answers how long to wait before the next round. */
    private Duration round() throws StoreException, InterruptedException {
        List<OutboxRow> due = store.read(this::due);
        if (due.isEmpty()) {
            return state.connection() == Connection.UNTRIED ? probe() : waitingPause();
        }
        Answer setUp = walkIn.ensure();
        if (setUp instanceof Answer.Pause pause) {
            return paused(pause);
        }
        if (!(setUp instanceof Answer.Accepted)) {
            String why = "RevKeen does not take the walk-in customer that sales are kept under (" + setUp + ")";
            LOG.log(System.Logger.Level.WARNING, why);
            return paused(new Answer.Pause(Answer.Reason.UNREACHABLE, why, null));
        }
        List<Future<Answer>> running = new ArrayList<>(due.size());
        for (OutboxRow row : due) {
            running.add(sends.submit(() -> sender.advance(row)));
        }
        Answer.Pause pause = null;
        boolean broken = false;
        for (Future<Answer> answer : running) {
            try {
                if (answer.get() instanceof Answer.Pause p) {
                    pause = p;
                }
            } catch (ExecutionException e) {
                LOG.log(System.Logger.Level.ERROR, "An outbox row could not be advanced", e.getCause());
                broken = true;
            }
        }
        if (pause != null) {
            return paused(pause);
        }
        reached();
        return broken ? IDLE : Duration.ZERO;
    }

    /**
     * What may be sent now. Where the clock was put back, rows written before wait for a time that is far ahead: no row
     * ever waits that long, so they are due.
     */
    private List<OutboxRow> due(View view) {
        Instant now = clock.instant();
        List<OutboxRow> due = view.outboxDue(now, SIDE_BY_SIDE);
        if (!due.isEmpty()) {
            return due;
        }
        Instant never = now.plus(LONGEST_WAIT);
        return view.outboxDue(now.plus(ANY_CLOCK), SIDE_BY_SIDE).stream()
                .filter(row -> row.notBefore().isAfter(never))
                .toList();
    }

    private Duration probe() {
        Answer answer = Answer.of(api.terminalDevices().list(null, null).firstPage(), ok -> "");
        if (answer instanceof Answer.Pause pause) {
            return paused(pause);
        }
        reached();
        return LOOK_AGAIN;
    }

    private Duration waitingPause() throws StoreException {
        if (state.connection() == Connection.OFFLINE || state.connection() == Connection.KEY_REFUSED) {
            return probe();
        }
        OutboxSummary summary = store.read(View::outboxSummary);
        return summary.waiting() > 0 ? LOOK_AGAIN : IDLE;
    }

    private void reached() {
        failures = 0;
        become(new SyncState(Connection.ONLINE, ""));
    }

    private Duration paused(Answer.Pause pause) {
        boolean limited = pause.reason() == Answer.Reason.RATE_LIMITED;
        if (!limited) {
            failures++;
            Connection connection =
                    pause.reason() == Answer.Reason.KEY_REFUSED ? Connection.KEY_REFUSED : Connection.OFFLINE;
            become(new SyncState(connection, pause.why()));
        }
        if (pause.after() != null) {
            asked = true;
            return pause.after();
        }
        long most = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(10, failures));
        return Duration.ofMillis(random.nextLong(most / 4, most + 1));
    }

    private void become(SyncState now) {
        boolean different = !now.equals(state);
        state = now;
        if (different) {
            LOG.log(System.Logger.Level.INFO, "RevKeen: {0} {1}", now.connection(), now.message());
        }
        changed.run();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        sends.shutdown();
        try {
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
