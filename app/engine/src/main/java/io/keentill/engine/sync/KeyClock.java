package io.keentill.engine.sync;

import io.keentill.store.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an idempotency key can still be relied on. RevKeen forgets one 24 hours after its first use; how long ago that
 * was is told by two clocks. Elapsed time cannot be put back but does not run while the machine is off or asleep; the wall
 * clock goes on, but anybody can set it, and one with a dead battery begins in the past again. The longer of the two
 * counts, and wherever the wall clock has been caught, the key is not relied on: what it may have made is looked for
 * first, which costs a question and can never make anything twice.
 */
final class KeyClock {

    /** RevKeen forgets an idempotency key 24 h after first use; an hour is kept in hand. */
    static final Duration KEY_LIFETIME = Duration.ofHours(23);

    /** A wall clock before the version of the API that is spoken is wrong. */
    static final Instant PLAUSIBLE = Instant.parse("2026-05-01T00:00:00Z");

    /** Small corrections of a clock, as a time server makes them, say nothing. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final Duration KEEP = Duration.ofMinutes(5);

    /** So much more than the machine's own counter: the clock was set, or the machine slept. */
    private static final Duration SLEPT = Duration.ofHours(1);

    private final Map<Long, FirstUse> firstSentHere = new HashMap<>();
    private Instant highest;
    private Instant kept;
    private @Nullable Instant lastWall;
    private long lastNanos;

    /** @param undated whether the wall clock told no time for it, so that elapsed time alone tells how long ago it was */
    private record FirstUse(long nanos, boolean undated) {}

    /** {@code highest} is the latest wall time that was ever seen on this till; null if none was kept. */
    KeyClock(@Nullable Instant highest) {
        this.highest = highest == null ? Instant.MIN : highest;
        this.kept = this.highest;
    }

    /** Looks at both clocks. True if the wall clock was put back: since the last look, or while the till was off. */
    synchronized boolean look(Instant wall, long nanos) {
        Instant before = lastWall;
        Instant expected = before == null ? highest : before.plusNanos(nanos - lastNanos);
        lastWall = wall;
        lastNanos = nanos;
        if (wall.isAfter(highest)) {
            highest = wall;
        }
        boolean back = expected.isAfter(Instant.MIN) && wall.isBefore(expected.minus(TOLERANCE));
        if (back) {
            // A machine that slept meanwhile has slept through its elapsed time, too.
            firstSentHere.clear();
        } else if (before != null && wall.isAfter(expected.plus(SLEPT))) {
            firstSentHere.values().removeIf(FirstUse::undated);
        }
        return back;
    }

    /** The latest wall time, if it is time to keep it: it is what a later start compares its clock with. */
    synchronized @Nullable Instant toKeep() {
        if (!highest.isAfter(kept.isAfter(Instant.MIN) ? kept.plus(KEEP) : kept)) {
            return null;
        }
        kept = highest;
        return highest;
    }

    /** A row is about to use its key for the first time; what to store as the time of that. */
    synchronized Instant firstUse(long rowId, Instant wall, long nanos) {
        boolean wrong = wall.isBefore(PLAUSIBLE)
                || (highest.isAfter(wall) && highest.minus(TOLERANCE).isAfter(wall));
        firstSentHere.put(rowId, new FirstUse(nanos, wrong));
        return wrong ? OutboxRow.UNKNOWN_TIME : wall;
    }

    /** Whether what the row's key may have made has to be looked for before the row is sent. */
    synchronized boolean isSpent(OutboxRow row, Instant wall, long nanos) {
        Instant first = row.firstSentAt();
        if (first == null) {
            return false;
        }
        FirstUse here = firstSentHere.get(row.id());
        if (here != null && nanos - here.nanos() > KEY_LIFETIME.toNanos()) {
            return true;
        }
        if (first.isBefore(PLAUSIBLE)) {
            return here == null;
        }
        Duration age = Duration.between(first, wall);
        return age.compareTo(TOLERANCE.negated()) < 0 || age.compareTo(KEY_LIFETIME) > 0;
    }

    /** Whether the time at which the row's key was first used is none that can be believed. */
    static boolean isDoubtful(OutboxRow row, Instant wall) {
        Instant first = row.firstSentAt();
        return first != null && (first.isBefore(PLAUSIBLE) || first.isAfter(wall));
    }

    /** The row is answered, or has no key any more. */
    synchronized void forget(long rowId) {
        firstSentHere.remove(rowId);
    }
}
