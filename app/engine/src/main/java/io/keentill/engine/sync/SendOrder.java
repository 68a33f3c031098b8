package io.keentill.engine.sync;

import io.keentill.store.OutboxRow;
import java.util.List;
import java.util.Optional;

/**
 * Which of the rows that are due goes next: those of fresh sales before the backlog of an outage, oldest first within
 * each. Where there is no end of fresh ones, the backlog still gets one turn in eight.
 */
final class SendOrder {

    /** The backlog's share: at least one turn in so many. */
    static final int BACKLOG_EVERY = 8;

    private int freshInARow;

    /** The next one; empty if nothing is due. */
    Optional<OutboxRow> next(List<OutboxRow> fresh, List<OutboxRow> backlog) {
        boolean backlogsTurn = fresh.isEmpty() || freshInARow >= BACKLOG_EVERY - 1;
        if (backlogsTurn && !backlog.isEmpty()) {
            freshInARow = 0;
            return Optional.of(backlog.getFirst());
        }
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        freshInARow = backlog.isEmpty() ? 0 : freshInARow + 1;
        return Optional.of(fresh.getFirst());
    }
}
