package io.keentill.device.poslink.emulator;

import io.keentill.device.poslink.transport.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the connections to one emulated terminal share. Thread-safe. */
final class Device {

    private final EmulatorSettings settings;
    private final Ledger ledger;
    private final Deque<NextOutcome> script = new ArrayDeque<>();
    private Consumer<LedgerEntry> listener = entry -> {};
    private @Nullable Activity activity;
    private boolean paying;
    private boolean released;
    private Deadline offlineUntil = Deadline.in(Duration.ZERO);

    Device(EmulatorSettings settings) {
        this.settings = settings;
        this.ledger = new Ledger(settings.ledgerFile());
    }

    EmulatorSettings settings() {
        return settings;
    }

    Ledger ledger() {
        return ledger;
    }

    synchronized void script(NextOutcome outcome) {
        script.add(outcome);
    }

    synchronized NextOutcome nextOutcome() {
        NextOutcome next = script.poll();
        return next == null ? new NextOutcome.Approve() : next;
    }

    /** Whether this command is to be left without an answer because the script says busy. */
    synchronized boolean playsBusy() {
        if (!(script.peek() instanceof NextOutcome.Busy(int times))) {
            return false;
        }
        script.poll();
        if (times > 1) {
            script.addFirst(new NextOutcome.Busy(times - 1));
        }
        return times > 0;
    }

    synchronized void listener(Consumer<LedgerEntry> wanted) {
        listener = wanted;
    }

    void approved(LedgerEntry entry) {
        Consumer<LedgerEntry> now;
        synchronized (this) {
            now = listener;
        }
        now.accept(entry);
    }

    /** Takes the terminal for a payment or a batch close; false if it is taken. */
    synchronized boolean begin() {
        if (paying) {
            return false;
        }
        paying = true;
        released = false;
        activity = Activity.CARD;
        return true;
    }

    synchronized void end() {
        paying = false;
        activity = null;
    }

    synchronized boolean busy() {
        return paying;
    }

    synchronized void doing(Activity now) {
        activity = now;
    }

    synchronized Optional<Activity> activity() {
        return Optional.ofNullable(activity);
    }

    synchronized void release() {
        released = true;
    }

    synchronized boolean released() {
        return released;
    }

    synchronized void reboot() {
        offlineUntil = Deadline.in(settings.rebootTime());
    }

    synchronized boolean offline() {
        return !offlineUntil.passed();
    }
}
