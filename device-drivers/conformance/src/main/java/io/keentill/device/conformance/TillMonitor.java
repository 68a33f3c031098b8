package io.keentill.device.conformance;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The till's side of an attempt: what is durable of it, and what goes wrong there. */
final class TillMonitor implements AttemptMonitor {

    /** Where a till may fail or die. */
    enum Point {
        BEFORE_SENDING_IS_STORED,
        AFTER_SENDING_IS_STORED,
        BEFORE_OUTCOME_IS_STORED,
        AFTER_OUTCOME_IS_STORED
    }

    /** The process is gone. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(Point at) {
            super("The till was killed: " + at);
        }
    }

    final List<Outcome> told = new CopyOnWriteArrayList<>();
    final List<Progress> progress = new CopyOnWriteArrayList<>();
    final AtomicInteger sendings = new AtomicInteger();
    volatile @Nullable String hint;
    volatile @Nullable Instant sentAt;
    volatile Runnable onOutcome = () -> {};
    volatile java.util.function.IntConsumer onProgress = count -> {};
    private final InstantSource clock;
    private final @Nullable Point crash;
    private final boolean fullAtSending;
    private final boolean fullAtOutcome;

    TillMonitor(InstantSource clock, @Nullable Point crash, boolean fullAtSending, boolean fullAtOutcome) {
        this.clock = clock;
        this.crash = crash;
        this.fullAtSending = fullAtSending;
        this.fullAtOutcome = fullAtOutcome;
    }

    TillMonitor(InstantSource clock) {
        this(clock, null, false, false);
    }

    /** Whether the till knows that something may have been sent. */
    boolean sent() {
        return sentAt != null;
    }

    @Override
    public void sending(String recoveryHint) throws NotDurableException {
        sendings.incrementAndGet();
        dieAt(Point.BEFORE_SENDING_IS_STORED);
        if (fullAtSending) {
            throw new NotDurableException("No room on the disk", new IOException("disk full"));
        }
        hint = recoveryHint;
        sentAt = clock.instant();
        dieAt(Point.AFTER_SENDING_IS_STORED);
    }

    @Override
    public void progress(Progress what) {
        progress.add(what);
        onProgress.accept(progress.size());
    }

    @Override
    public void outcome(Outcome outcome) throws NotDurableException {
        dieAt(Point.BEFORE_OUTCOME_IS_STORED);
        if (fullAtOutcome) {
            throw new NotDurableException("No room on the disk", new IOException("disk full"));
        }
        told.add(outcome);
        onOutcome.run();
        dieAt(Point.AFTER_OUTCOME_IS_STORED);
    }

    private void dieAt(Point point) {
        if (crash == point) {
            throw new Crash(point);
        }
    }
}
