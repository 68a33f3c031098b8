package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import io.keentill.revkeen.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * 500 tills come back together after an outage of half an hour, each with a backlog, deciding with the real {@link
 * Contact}. What RevKeen sees of it, second by second of virtual time, with RevKeen's documented limit; once with a limit
 * for each till's key, once with one limit that all share.
 */
class ReturningTillsTest {

    private static final int TILLS = 500;
    private static final long SECOND = 1_000_000_000L;
    private static final long OUTAGE = 1_800 * SECOND;
    private static final long LATENCY = SECOND / 10;

    private static final class Limit {
        private double tokens = RateLimit.PRODUCTION.burst();
        private long counted;

        boolean take(long now) {
            tokens = Math.min(
                    RateLimit.PRODUCTION.burst(), tokens + (now - counted) * RateLimit.PRODUCTION.perMinute() / 60e9);
            counted = now;
            if (tokens < 1) {
                return false;
            }
            tokens -= 1;
            return true;
        }
    }

    private static final class Till {
        private final Contact contact;
        private final Limit limit;
        private int left;
        private int underWay;

        Till(int seed, Limit limit, int backlog) {
            this.contact = new Contact(RateLimit.PRODUCTION, new Random(seed), 0);
            this.limit = limit;
            this.left = backlog;
        }
    }

    private record Event(long at, Till till, Long token, Answer answer) {}

    private record Seen(long[] arrivals, int refused, long end) {

        double peakToMean(int seconds) {
            int all = (int) ((end - OUTAGE) / SECOND);
            return (double) busiest(seconds, 0, all) * all / seconds / total();
        }

        /** The most that came within so many seconds, of those from {@code from} to {@code to} after the outage. */
        long busiest(int seconds, int from, int to) {
            long most = 0;
            for (int at = from; at + seconds <= to; at++) {
                most = Math.max(most, Arrays.stream(arrivals, at, at + seconds).sum());
            }
            return most;
        }

        long total() {
            return Arrays.stream(arrivals).sum();
        }
    }

    @Test
    void tillsWithAKeyEachComeBackSpreadOut() {
        List<Till> tills = tills(null, 400);
        Seen seen = run(tills);
        report("a limit for each key", seen);
        assertThat(seen.refused()).isZero();
        assertThat(seen.peakToMean(1)).isLessThan(3);
    }

    @Test
    void tillsThatShareOneLimitSettleOnIt() {
        List<Till> tills = tills(new Limit(), 40);
        Seen seen = run(tills);
        report("one limit for all", seen);
        long tenSeconds = RateLimit.PRODUCTION.perMinute() / 6;
        long first = seen.busiest(10, 0, 10);
        long later = seen.busiest(10, 180, (int) ((seen.end() - OUTAGE) / SECOND));
        System.out.printf(
                "  the first ten seconds: %d (RevKeen allows %d); at most in any ten after three minutes: %d (%d)%n",
                first, RateLimit.PRODUCTION.burst() + tenSeconds, later, tenSeconds);
        assertThat(first).isLessThan(RateLimit.PRODUCTION.burst() + 2 * tenSeconds);
        assertThat(later).isLessThan(2 * tenSeconds);
        assertThat(seen.refused()).isLessThan((int) (seen.total() / 4));
        double minutes = (seen.end() - OUTAGE) / 60e9;
        assertThat(minutes).as("time to drain").isLessThan(60);
    }

    private static List<Till> tills(Limit shared, int backlog) {
        List<Till> tills = new ArrayList<>();
        for (int i = 0; i < TILLS; i++) {
            tills.add(new Till(i, shared == null ? new Limit() : shared, backlog));
        }
        return tills;
    }

    private static Seen run(List<Till> tills) {
        PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::at));
        tills.forEach(till -> events.add(new Event(0, till, null, null)));
        long[] arrivals = new long[100_000];
        int refused = 0;
        long end = 0;
        while (!events.isEmpty()) {
            Event event = events.remove();
            Till till = event.till();
            if (event.answer() != null) {
                till.underWay--;
                till.contact.answered(event.token(), event.answer(), event.at());
                till.left -= event.answer() instanceof Answer.Accepted ? 1 : 0;
                refused += event.answer() instanceof Answer.Pause pause && pause.after() != null ? 1 : 0;
                end = Math.max(end, event.at());
                if (till.underWay > 0) {
                    continue; // its own next step is on the list already
                }
            }
            if (till.left <= till.underWay || (till.underWay > 0 && !till.contact.proven())) {
                continue;
            }
            Duration wait = till.contact.untilNext(event.at());
            if (wait.isPositive()) {
                events.add(new Event(event.at() + wait.toNanos(), till, null, null));
                continue;
            }
            long token = till.contact.leave(event.at());
            till.underWay++;
            if (event.at() >= OUTAGE) {
                arrivals[(int) ((event.at() - OUTAGE) / SECOND)]++;
            }
            events.add(new Event(event.at() + LATENCY, till, token, answer(till, event.at())));
            if (till.contact.proven()) {
                events.add(new Event(event.at() + 1, till, null, null));
            }
        }
        return new Seen(arrivals, refused, end);
    }

    private static Answer answer(Till till, long now) {
        if (now < OUTAGE) {
            return Answer.unreachable(Sentence.quoted("down"));
        }
        return till.limit.take(now)
                ? new Answer.Accepted(200, "{}")
                : new Answer.Pause(Answer.Reason.RATE_LIMITED, Sentence.quoted("slow down"), Duration.ofSeconds(1));
    }

    private static void report(String which, Seen seen) {
        System.out.printf(
                "%d tills, %s: %d requests in %d s, peak to mean %.2f by the second and %.2f by ten seconds, %d refused%n",
                TILLS,
                which,
                seen.total(),
                (seen.end() - OUTAGE) / SECOND,
                seen.peakToMean(1),
                seen.peakToMean(10),
                seen.refused());
    }
}
