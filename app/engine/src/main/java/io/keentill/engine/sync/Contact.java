package io.keentill.engine.sync;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.status.TillStatus.Connection;
import io.keentill.revkeen.RateLimit;
import io.keentill.revkeen.RetryPolicy;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Whether RevKeen can be reached, and when the next request may leave. After a failure that concerns everything, all
 * rests: exponentially longer with full jitter, or as long as RevKeen asks and a random while more, so that a chain of
 * tills does not come back as one wave. Decides only; times are nanoseconds of {@link io.keentill.engine.Waits#nanos}.
 */
final class Contact {

    private static final RetryPolicy BACK_OFF =
            new RetryPolicy(1, Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ZERO);
    private static final long LEAST_SPREAD = Duration.ofSeconds(1).toMillis();
    private static final long MOST_SPREAD = Duration.ofSeconds(60).toMillis();

    private final Pace pace;
    private final RandomGenerator random;
    private SyncState state = new SyncState(Connection.UNTRIED, Sentence.quoted(""));
    private long wave;
    private int failures;
    private boolean resting;
    private boolean asked;
    private long restUntil;

    Contact(RateLimit limit, RandomGenerator random, long nanos) {
        this.pace = new Pace(limit, nanos);
        this.random = random;
    }

    /** How RevKeen was reached last. */
    synchronized SyncState state() {
        return state;
    }

    /** Whether the last answer came. Otherwise one request at a time is enough to find out. */
    synchronized boolean proven() {
        return state.connection() == Connection.ONLINE && failures == 0;
    }

    /** How long until a request may leave; zero for now. */
    synchronized Duration untilNext(long nanos) {
        long left = restUntil - nanos;
        if (resting && left > 0) {
            return Duration.ofNanos(left);
        }
        resting = false;
        asked = false;
        return pace.untilNext(nanos);
    }

    /** There is a reason to try now. A rest that RevKeen asked for is kept all the same. */
    synchronized void nudge() {
        if (!asked) {
            resting = false;
        }
    }

    /** A request leaves; the token is given back with its answer. */
    synchronized long leave(long nanos) {
        pace.taken(nanos);
        return wave;
    }

    /**
     * A turn for something that can wait, if none has to wait for it: empty while RevKeen is not reached, while everything
     * rests, and while the next turn is still to come. {@code urgent} takes the next one ahead of time.
     */
    synchronized OptionalLong spare(boolean urgent, long nanos) {
        boolean now = untilNext(nanos).isZero() || (urgent && !resting);
        return proven() && now ? OptionalLong.of(leave(nanos)) : OptionalLong.empty();
    }

    /** The till's own store failed: nothing is sent for a while, whatever RevKeen does. */
    synchronized void rest(Duration time, long nanos) {
        resting = true;
        restUntil = nanos + time.toNanos();
    }

    /** What came of a request; true if RevKeen is reached again after it was not. */
    synchronized boolean answered(long token, Answer answer, long nanos) {
        switch (answer) {
            case Answer.NotSent _ -> pace.giveBack();
            case Answer.Pause pause -> {
                // Of several that were under way together one tells it all.
                if (token == wave) {
                    paused(pause, nanos);
                }
            }
            case Answer.Later later when later.strained() -> pace.strained();
            default -> {
                pace.accepted();
                return reached();
            }
        }
        return false;
    }

    private boolean reached() {
        boolean again = state.connection() != Connection.ONLINE;
        failures = 0;
        state = new SyncState(Connection.ONLINE, Sentence.quoted(""));
        return again;
    }

    private void paused(Answer.Pause pause, long nanos) {
        wave++;
        failures++;
        resting = true;
        asked = pause.after() != null;
        restUntil = nanos + length(pause).toNanos();
        switch (pause.reason()) {
            case RATE_LIMITED -> pace.tooFast();
            case UNREACHABLE -> become(Connection.OFFLINE, pause);
            case KEY_REFUSED -> become(Connection.KEY_REFUSED, pause);
        }
    }

    private void become(Connection connection, Answer.Pause pause) {
        pace.interrupted();
        state = new SyncState(connection, pause.why());
    }

    private Duration length(Answer.Pause pause) {
        Duration wanted = pause.after();
        if (wanted == null) {
            return BACK_OFF.wait(failures, random);
        }
        long spread = Math.clamp(wanted.toMillis() << Math.min(failures - 1, 10), LEAST_SPREAD, MOST_SPREAD);
        return wanted.plusMillis(random.nextLong(spread + 1));
    }
}
