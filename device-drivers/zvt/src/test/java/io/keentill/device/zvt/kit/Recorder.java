package io.keentill.device.zvt.kit;

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
    /** The disk is full from the outcome with this number on, counted from 1; 0 for never. */
    private final int fullFromOutcome;

    public Recorder() {
        this(false, false);
    }

    public Recorder(boolean fullAtSending, boolean fullAtOutcome) {
        this(fullAtSending, fullAtOutcome ? 1 : 0);
    }

    private Recorder(boolean fullAtSending, int fullFromOutcome) {
        this.fullAtSending = fullAtSending;
        this.fullFromOutcome = fullFromOutcome;
    }

    public static Recorder fullFromOutcome(int number) {
        return new Recorder(false, number);
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
        if (fullFromOutcome > 0 && outcomes.size() + 1 >= fullFromOutcome) {
            throw new NotDurableException("disk full", null);
        }
        outcomes.add(outcome);
    }
}
