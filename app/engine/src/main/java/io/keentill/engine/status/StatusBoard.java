package io.keentill.engine.status;

import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Keeps the status as last seen and tells about it only when it looks different. */
public final class StatusBoard {

    private final TillEvents events;
    private final Supplier<TillStatus> look;
    private final AtomicReference<TillStatus> seen;

    /** Looks through {@code look}, which may block for a query. */
    public StatusBoard(TillEvents events, Supplier<TillStatus> look) {
        this.events = events;
        this.look = look;
        this.seen = new AtomicReference<>(look.get());
    }

    /** As last seen; never blocks. */
    public TillStatus status() {
        return seen.get();
    }

    /** Looks again. */
    public void refresh() {
        TillStatus now = look.get();
        if (!now.equals(seen.getAndSet(now))) {
            events.publish(new TillEvent.StatusChanged(now));
        }
    }
}
