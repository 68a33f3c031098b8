package io.keentill.engine.sync;

import io.keentill.engine.book.OutboxKind;
import io.keentill.store.OutboxQuery;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What waits in the store, a few rows at a time. What was made before contact was made (again) is the backlog; what was
 * made since is fresh. Rows are told apart by their ids, which grow whatever the clock says. Used by one thread,
 * but for what others make known.
 */
final class DueRows {

    /** So many times as may be under way at once: those that are come first and are read for nothing. */
    private static final int AHEAD = 8;

    private final TillStore store;
    private final InstantSource clock;
    private final DeviceTurn turn;
    private final Flights flights;
    private final int atOnce;
    private final SendOrder order = new SendOrder();
    private final List<OutboxRow> fresh = new ArrayList<>();
    private final List<OutboxRow> backlog = new ArrayList<>();
    private volatile long backlogUpTo;
    private volatile boolean stale;

    /** {@code most} is how many may be under way at once. */
    DueRows(TillStore store, InstantSource clock, DeviceTurn turn, Flights flights, int most) {
        this.atOnce = AHEAD * most;
        this.store = store;
        this.clock = clock;
        this.turn = turn;
        this.flights = flights;
    }

    /** Everything made so far is backlog from now on. */
    void beginBacklog() throws StoreException {
        backlogUpTo = store.read(View::lastOutboxId);
    }

    /** Looks into the store again before the next row is given. */
    void refresh() {
        fresh.clear();
        backlog.clear();
    }

    /** The row is answered. The next step of a fresh sale is not to wait behind what was found before. */
    void landed(OutboxRow row) {
        if (row.id() > backlogUpTo) {
            lookAgain();
        }
    }

    /** What was found before may not go any more; known from any thread. */
    void lookAgain() {
        stale = true;
    }

    /** The row to send next, none of these kinds and none that is under way; empty if nothing is due. */
    Optional<OutboxRow> next(Set<String> held) throws StoreException {
        Optional<OutboxRow> kept = stale ? Optional.empty() : take();
        if (kept.isPresent()) {
            return kept;
        }
        // Asked before the store is: what lands in between is either left out or seen as it is now.
        stale = false;
        Set<Long> underWay = flights.rows();
        store.read(view -> {
            fill(view, held, underWay);
            return this;
        });
        return take();
    }

    private Optional<OutboxRow> take() {
        Optional<OutboxRow> next = order.next(fresh, backlog);
        next.ifPresent(row -> {
            fresh.remove(row);
            backlog.remove(row);
        });
        return next;
    }

    private void fill(View view, Set<String> held, Set<Long> underWay) {
        refresh();
        Set<String> without = new HashSet<>(held);
        Instant now = clock.instant();
        OptionalLong holder = turn.holder();
        if (holder.isPresent()) {
            // The device takes one card payment at a time: all others wait for the one that has its turn.
            without.add(OutboxKind.CARD.key());
            without.add(OutboxKind.CARD_BACK.key());
            // Due by the same rule as any: a clock that was put back does not keep the turn until it has caught up.
            long its = holder.getAsLong();
            find(view, new OutboxQuery(now, its - 1, its, Set.of(), 1), underWay, backlog);
        }
        long mark = backlogUpTo;
        find(view, new OutboxQuery(now, mark, Long.MAX_VALUE, without, atOnce), underWay, fresh);
        find(view, new OutboxQuery(now, 0, mark, without, atOnce), underWay, backlog);
    }

    private static void find(View view, OutboxQuery query, Set<Long> underWay, List<OutboxRow> into) {
        view.outboxDue(query).stream()
                .filter(row -> !underWay.contains(row.id()))
                .forEach(into::add);
    }
}
