package io.keentill.device.poslink.kit;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A monitor that keeps what it is told; its disk may be full. */
public final class Recorder implements AttemptMonitor {

    public final List<Progress> progress = new CopyOnWriteArrayList<>();
    public final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    public volatile boolean sent;
    public volatile String hint = "";
    private final boolean fullAtSending;
    private final boolean fullAtOutcome;

    public Recorder() {
        this(false, false);
    }

    public Recorder(boolean fullAtSending, boolean fullAtOutcome) {
        this.fullAtSending = fullAtSending;
        this.fullAtOutcome = fullAtOutcome;
    }

    @Override
    public void sending(String recoveryHint) throws NotDurableException {
        if (fullAtSending) {
            throw new NotDurableException("disk full", null);
        }
        sent = true;
        hint = recoveryHint;
    }

    @Override
    public void progress(Progress what) {
        progress.add(what);
    }

    @Override
    public void outcome(Outcome outcome) throws NotDurableException {
        if (fullAtOutcome) {
            throw new NotDurableException("disk full", null);
        }
        outcomes.add(outcome);
    }
}
