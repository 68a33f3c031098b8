package io.keentill.engine.paylink;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * When which link is looked at next, in the nanoseconds of the till's waits. A customer who is at it pays within minutes, so
 * the looks begin close together; RevKeen's test tier takes 100 requests a minute from all of a till (API reference A.6).
 */
final class LinkLooks {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final int OFTEN = 60;
    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final int SLOWLY = 240;
    private static final Duration SLOWEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_TROUBLE = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    private static final class Pace {
        long next;
        int looks;
        int troubles;
    }

    private final Map<String, Pace> paces = new HashMap<>();

    /** Those about which something changed, perhaps while they were being looked at. */
    private final Set<String> urgent = new HashSet<>();

    /** How long until this one is due; zero if it is. */
    synchronized Duration untilDue(String attemptId, long now) {
        Pace pace = paces.get(attemptId);
        return pace == null || pace.next <= now || urgent.contains(attemptId)
                ? Duration.ZERO
                : Duration.ofNanos(pace.next - now);
    }

    /** It is being looked at: what changed before now is seen. */
    synchronized void begin(String attemptId) {
        urgent.remove(attemptId);
    }

    /** It was looked at, and RevKeen answered. */
    synchronized void answered(String attemptId, long now) {
        Pace pace = pace(attemptId);
        pace.looks++;
        pace.troubles = 0;
        Duration wait = pace.looks <= OFTEN ? SHORTEST : pace.looks <= SLOWLY ? SLOW : SLOWEST;
        pace.next = now + wait.toNanos();
    }

    /** It could not be looked at; after {@code atLeast}, longer each time. */
    synchronized void troubled(String attemptId, long now, Duration atLeast) {
        Pace pace = pace(attemptId);
        pace.troubles++;
        Duration wait = Duration.ofSeconds(1L << Math.min(pace.troubles - 1, DOUBLINGS));
        Duration capped = wait.compareTo(LONGEST_TROUBLE) > 0 ? LONGEST_TROUBLE : wait;
        pace.next = now + (capped.compareTo(atLeast) > 0 ? capped : atLeast).toNanos();
    }

    /** Not before so long. */
    synchronized void later(String attemptId, long now, Duration wait) {
        pace(attemptId).next = now + wait.toNanos();
    }

    /** Something changed about it: look now. */
    synchronized void now(String attemptId) {
        urgent.add(attemptId);
    }

    synchronized void forget(String attemptId) {
        paces.remove(attemptId);
        urgent.remove(attemptId);
    }

    private Pace pace(String attemptId) {
        return paces.computeIfAbsent(attemptId, id -> new Pace());
    }
}
