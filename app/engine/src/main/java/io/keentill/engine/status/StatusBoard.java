package io.keentill.engine.status;

import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import java.util.function.Supplier;

/** Keeps the status as last seen and tells about it only when it looks different. */
public final class StatusBoard {

    private final TillEvents events;
    private final Supplier<TillStatus> look;
    private volatile TillStatus seen;

    /** Looks through {@code look}, which may block for a query. */
    public StatusBoard(TillEvents events, Supplier<TillStatus> look) {
        this.events = events;
        this.look = look;
        this.seen = look.get();
    }

    /** As last seen; never blocks. */
    public TillStatus status() {
        return seen;
    }

    /** Looks again. */
    public synchronized void refresh() {
        TillStatus now = look.get();
        boolean different = !now.equals(seen);
        seen = now;
        if (different) {
            events.publish(new TillEvent.StatusChanged(now));
        }
    }
}
