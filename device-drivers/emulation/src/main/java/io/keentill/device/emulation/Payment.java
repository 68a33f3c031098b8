package io.keentill.device.emulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction on an emulated terminal, from its start to its booking. Thread-safe. */
public final class Payment {

    /** What the customer and the host are doing. */
    public enum Phase {
        /** Taken on. */
        STARTED,
        /** Waiting for the card. */
        CARD,
        /** Waiting for the PIN. */
        PIN,
        /** The PIN was wrong. */
        PIN_WRONG,
        /** The host is asked: the point of no return. */
        HOST,
        /** Decided. */
        DONE
    }

    private final Order order;
    private final String id;
    private final Script script;
    private final List<Phase> phases = new ArrayList<>();
    private Script.@Nullable Fault fault;
    private boolean stopWanted;
    private @Nullable Booking booking;

    Payment(Order order, String id, Script script) {
        this.order = order;
        this.id = id;
        this.fault = script instanceof Script.Answer(Script.Fault chosen, Script _) ? chosen : null;
        this.script = script instanceof Script.Answer(Script.Fault _, Script then) ? then : script;
        phases.add(Phase.STARTED);
    }

    /** What was asked for. */
    public Order order() {
        return order;
    }

    /** Its transaction id, the till's or the terminal's own. */
    public String id() {
        return id;
    }

    /** What has happened so far, oldest first. */
    public synchronized List<Phase> phases() {
        return List.copyOf(phases);
    }

    /** Its booking, once decided and free to be told. */
    public synchronized Optional<Booking> booking() {
        return Optional.ofNullable(booking);
    }

    /** Whether this fault is due; it is due once. */
    public synchronized boolean suffers(Script.Fault which) {
        if (fault != which) {
            return false;
        }
        fault = null;
        return true;
    }

    /**
     * Waits until more than {@code seen} phases have happened, or it is decided.
     *
     * @return what has happened
     */
    public synchronized List<Phase> awaitNews(int seen, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (phases.size() <= seen) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return List.copyOf(phases);
    }

    Script script() {
        return script;
    }

    synchronized void enter(Phase phase) {
        phases.add(phase);
        notifyAll();
    }

    synchronized void decided(Booking decision) {
        booking = decision;
        enter(Phase.DONE);
    }

    /** Asks to stop; false once the host is asked. */
    synchronized boolean stop() {
        boolean possible = !phases.contains(Phase.HOST) && booking == null;
        stopWanted |= possible;
        notifyAll();
        return possible;
    }

    /** Waits like a customer; true if the transaction is to be stopped. */
    synchronized boolean pass(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!stopWanted) {
            long left = (end - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return stopWanted;
    }

    /** Passes the point of no return, unless a stop came first. */
    synchronized boolean commitToHost() {
        if (stopWanted) {
            return false;
        }
        enter(Phase.HOST);
        return true;
    }
}
