package io.keentill.device.zvt.emulator;

import io.keentill.device.link.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the sessions of one emulated terminal share. Thread-safe. */
final class Device {

    private final EmulatorSettings settings;
    private final Ledger ledger;
    private final Queue<NextOutcome> script = new ArrayDeque<>();
    private CommitPolicy policy = CommitPolicy.STRICT;
    private Consumer<LedgerEntry> listener = entry -> {};
    private @Nullable Session current;
    private @Nullable Session paying;
    private boolean registered;
    private Registration registration = Registration.NONE;
    private int condition;
    private List<String> shown = List.of();
    private boolean released;
    private Deadline offlineUntil = Deadline.in(Duration.ZERO);

    Device(EmulatorSettings settings) {
        this.settings = settings;
        this.ledger = new Ledger(settings.firstTrace(), settings.dayStartsAnew(), settings.ledgerFile());
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

    /** Whether this command is to be answered with 84 9C because the script says busy. */
    synchronized boolean playsBusy() {
        if (!(script.peek() instanceof NextOutcome.Busy(int times))) {
            return false;
        }
        script.poll();
        if (times > 1) {
            // It stays at the head of the queue until it was answered often enough.
            Queue<NextOutcome> rest = new ArrayDeque<>(script);
            script.clear();
            script.add(new NextOutcome.Busy(times - 1));
            script.addAll(rest);
        }
        return times > 0;
    }

    synchronized void policy(CommitPolicy wanted) {
        policy = wanted;
    }

    synchronized CommitPolicy policy() {
        return policy;
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

    /** A till has connected: whatever an older connection still holds unread is void. */
    synchronized void connected(Session session) {
        current = session;
    }

    /** Whether {@code session} is that of the last connection. */
    synchronized boolean isCurrent(Session session) {
        return current == session;
    }

    /** Takes the terminal for a payment; false if another one has it or {@code session} is void. */
    synchronized boolean begin(Session session) {
        if (current != session || paying != null) {
            return false;
        }
        paying = session;
        released = false;
        return true;
    }

    synchronized void end() {
        paying = null;
    }

    synchronized boolean busy() {
        return paying != null;
    }

    synchronized void release() {
        released = true;
    }

    synchronized boolean released() {
        return released;
    }

    /** Notes a till's registration; null after its log-off. */
    synchronized void register(@Nullable Registration till) {
        registered = till != null;
        registration = till == null ? Registration.NONE : till;
    }

    /** What the till registered as. */
    synchronized Registration registration() {
        return registration;
    }

    synchronized void condition(int code) {
        condition = code;
    }

    synchronized int condition() {
        return condition;
    }

    synchronized void show(List<String> lines) {
        shown = List.copyOf(lines);
    }

    synchronized List<String> shown() {
        return shown;
    }

    synchronized boolean registered() {
        return registered;
    }

    synchronized void reboot() {
        register(null);
        offlineUntil = Deadline.in(settings.rebootTime());
    }

    synchronized boolean offline() {
        return !offlineUntil.passed();
    }
}
