package io.keentill.engine.simulation;

import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillParts;
import io.keentill.engine.Waits;
import io.keentill.engine.simulation.Fault.Kind;
import io.keentill.engine.simulation.Fault.Site;
import io.keentill.revkeen.RevKeenOptions;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.WriteGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One run of a till's program, from its start to its end or its death. All that it touches is asked for here first; once
 * it is dead, whichever of its threads touches anything ends.
 */
final class Life implements WriteGuard, Waits {

    private final SimTill till;
    private final Path folder;
    private final Set<Runnable> sleepers = new LinkedHashSet<>();
    private final Line line;
    private @Nullable TillStore store;
    private @Nullable LocalTill engine;
    private boolean dead;
    private boolean closing;
    private long diskFullFor;
    private Disk.@Nullable Moment beforeTorn;
    private long tornAt;

    /** Starts the till's program on what lies in {@code folder}. */
    Life(SimTill till, Path folder) {
        this.till = till;
        this.folder = folder;
        this.line = new Line(this, till.world().revKeen());
        try {
            store = TillStore.open(folder, till.clock(), this);
            engine = LocalTill.open(store, till.secrets(), parts(), null);
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.DISK_FULL) {
                throw new Violation("The till does not start: " + e.getMessage(), e);
            }
            die(null); // it says so and is started again
            throw new Crash();
        } catch (IOException e) {
            throw new Violation("The till does not start: " + e.getMessage(), e);
        }
        engine.events().subscribe(this::onEvent);
    }

    private TillParts parts() {
        return new TillParts(
                till.clock(),
                till.random(),
                till.random(),
                (address, within) -> {
                    throw new LinkException("There are no links here");
                },
                List.of(new Driver()),
                FrameTrace.OFF,
                address -> {
                    throw new IllegalArgumentException("There are no printers here");
                },
                Locale.UK,
                "1",
                url -> true,
                RevKeenOptions.builder()
                        .clock(till.clock())
                        .random(till.random())
                        .sleeper(this::sleep)
                        .inProcess(line)
                        .build(),
                this);
    }

    private final class Driver implements TerminalDriver {
        @Override
        public int contractVersion() {
            return 1;
        }

        @Override
        public String family() {
            return "sim";
        }

        @Override
        public String displayName() {
            return "Simulated";
        }

        @Override
        public Set<String> links() {
            return Set.of("tcp");
        }

        @Override
        public PaymentTerminal open(TerminalAddress address, Context context) {
            return world().mutant().driver(new SimDriver(till.terminal(), Life.this), Life.this);
        }
    }

    private void onEvent(TillEvent event) {
        if (!dead) {
            till.shown().event(event);
        }
    }

    Day world() {
        return till.world();
    }

    SimTill till() {
        return till;
    }

    LocalTill engine() {
        return engine;
    }

    TillStore store() {
        return store;
    }

    boolean dead() {
        return dead;
    }

    Line line() {
        return line;
    }

    /** Ends the calling thread if its till is dead. */
    void requireAlive() {
        if (dead) {
            throw new Crash();
        }
    }

    /** The till is about to do something that the world may interrupt. */
    Fault step(Site site, String what) {
        requireAlive();
        Fault fault = closing ? Fault.NONE : till.step(site);
        world().tape().add(till.name(), site + " " + what + (fault.is(Kind.NONE) ? "" : " !! " + fault));
        if (fault.is(Kind.CRASH)) {
            die(null);
            throw new Crash();
        }
        return fault;
    }

    private void die(Disk.@Nullable Moment torn) {
        dead = true;
        List<Runnable> all = List.copyOf(sleepers);
        sleepers.clear();
        till.died(this, torn, tornAt);
        all.forEach(Runnable::run);
    }

    Path folder() {
        return folder;
    }

    @Override
    public <T extends @Nullable Object> T around(Tx tx, TillStore.Work<T> work) throws StoreException {
        requireAlive();
        T result = world().mutant().write(tx, work, this);
        if (world().hasDashboard()) {
            till.witness().wrote(tx);
        }
        Fault fault = step(Site.COMMITTING, "write");
        if (diskFullFor > 0 || fault.is(Kind.DISK_FULL)) {
            diskFullFor = fault.is(Kind.DISK_FULL) ? fault.size() : diskFullFor - 1;
            throw new StoreException(
                    StoreException.Kind.DISK_FULL, "The disk is full, so nothing was saved.", new IOException("full"));
        }
        if (fault.is(Kind.TORN_CRASH)) {
            beforeTorn = Disk.moment(folder);
            tornAt = fault.size();
        }
        return result;
    }

    @Override
    public void committed() {
        Disk.Moment before = beforeTorn;
        if (before != null) {
            die(before);
            throw new Crash();
        }
        step(Site.COMMITTED, "written");
    }

    /** Lets time pass for a thread of this life, at most until its death. */
    void pause(Duration time) {
        boolean[] over = {false};
        Thread me = Thread.currentThread();
        Runnable wake = () -> {
            over[0] = true;
            LockSupport.unpark(me);
        };
        Timeline.Timer timer = world().time().after(time, wake);
        sleepers.add(wake);
        while (!over[0]) {
            LockSupport.park(this);
            if (me.isInterrupted() && !over[0]) {
                break; // whoever ends the thread is heard by whatever it does next
            }
        }
        timer.cancel();
        sleepers.remove(wake);
        requireAlive();
    }

    @Override
    public long nanos() {
        return world().time().elapsed().toNanos();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        requireAlive();
        pause(time);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public boolean acquire(Semaphore wake, Duration longest) throws InterruptedException {
        requireAlive();
        if (wake.tryAcquire()) {
            return true;
        }
        boolean[] late = {false};
        Runnable end = () -> {
            late[0] = true;
            wake.release();
        };
        Timeline.Timer timer = world().time().after(longest, end);
        sleepers.add(end);
        try {
            wake.acquire();
        } finally {
            timer.cancel();
            sleepers.remove(end);
        }
        requireAlive();
        return !late[0];
    }

    /** No disturbance while the program is ended in good order. */
    void close() {
        closing = true;
        engine.close();
        dead = true;
    }

    /** Lets go of everything a dead program held. */
    void bury() {
        try {
            if (engine != null) {
                engine.close();
            }
        } catch (Crash e) {
            // as it should: it is dead
        }
        try {
            store.close();
        } catch (StoreException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        Disk.delete(folder);
    }
}
