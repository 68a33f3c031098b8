package io.keentill.engine.care;

import io.keentill.domain.text.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells when the machine's clock cannot be right. Nothing in the till is put in sequence by time, so a wrong clock harms no
 * sale; but it prints wrong dates on receipts, and somebody should set it. Two things cannot be: a time before what is
 * written in the journal already, and a jump that the machine's own steady counter knows nothing of.
 */
public final class ClockWatch {

    /** What a time server corrects without anybody having to know. */
    private static final Duration SMALL = Duration.ofMinutes(2);

    /** A machine that sleeps counts no time; after a long weekend it has missed so much. */
    private static final Duration LONGEST_SLEEP = Duration.ofDays(4);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Instant expected;
    private long at;
    private boolean behind;
    private Optional<Sentence> wrong = Optional.empty();

    /**
     * @param clock the machine's clock
     * @param nanos its steady counter, in nanoseconds
     * @param written the latest that the clock showed when it is known to have been looked at: in the journal's first or
     *     last entry
     */
    public ClockWatch(InstantSource clock, LongSupplier nanos, Instant written) {
        this.clock = clock;
        this.nanos = nanos;
        this.at = nanos.getAsLong();
        Instant now = clock.instant();
        this.behind = now.isBefore(written.minus(SMALL));
        this.expected = behind ? written : now;
        if (behind) {
            wrong = Optional.of(Sentence.of(
                    "care.the-clock-shows-but-this-till",
                    "The clock shows {0}, but this till has already worked at {1}. {2}",
                    TIME.format(now),
                    TIME.format(written),
                    remedy()));
        }
    }

    /** Looks at the clock. What it says is for people: empty while the clock may be right. */
    public synchronized Optional<Sentence> look() {
        Instant now = clock.instant();
        long ticks = nanos.getAsLong();
        Instant should = expected.plusNanos(ticks - at);
        at = ticks;
        Duration off = Duration.between(should, now);
        if (behind) {
            // It was behind from the start: any time after the last written one is as good as we can know.
            behind = off.compareTo(SMALL.negated()) < 0;
            expected = behind ? should : now;
            wrong = behind ? wrong : Optional.empty();
        } else if (off.compareTo(SMALL.negated()) < 0 || off.compareTo(LONGEST_SLEEP) > 0) {
            expected = should;
            wrong = Optional.of(Sentence.of(
                    "care.the-clock-jumped-to-it-should",
                    "The clock jumped to {0}; it should be about {1}. {2}",
                    TIME.format(now),
                    TIME.format(should),
                    remedy()));
        } else {
            expected = now;
            wrong = Optional.empty();
        }
        return wrong;
    }

    private static Sentence remedy() {
        return Sentence.of(
                "care.set-date-and-time-of-this",
                "Set date and time of this machine. Sales go on and stay in their sequence;"
                        + " receipts show the wrong date until then.");
    }
}
