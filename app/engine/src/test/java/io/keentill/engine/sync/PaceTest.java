package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keentill.revkeen.RateLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final RateLimit SIXTY = new RateLimit(60, 120);

    private final Pace pace = new Pace(SIXTY, 0);

    @Test
    void oneLeavesAtOnceAndTheNextWhenItsTurnHasCome() {
        assertThat(pace.untilNext(0)).isZero();
        pace.taken(0);
        assertThat(pace.untilNext(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.untilNext(SECOND / 2)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.untilNext(SECOND)).isZero();
    }

    @Test
    void aQuietTimeSavesUpATenAndNoMore() {
        long later = 3_600 * SECOND;
        assertThat(sentAtOnce(later)).isEqualTo(10);
        assertThat(pace.untilNext(later)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsTakenAfterAQuietTimeComesOffTheTen() {
        pace.untilNext(3_600 * SECOND);
        pace.taken(7_200 * SECOND);
        assertThat(sentAtOnce(7_200 * SECOND)).isEqualTo(9);
    }

    @Test
    void oneThatDidNotLeaveIsGivenBack() {
        pace.taken(0);
        pace.giveBack();
        assertThat(pace.untilNext(0)).isZero();
        for (int i = 0; i < 30; i++) {
            pace.giveBack();
        }
        assertThat(sentAtOnce(0)).isEqualTo(10);
    }

    @Test
    void halvesWhenItIsTooFastAndGrowsByATenthUpToTheLimit() {
        pace.tooFast();
        assertThat(pace.rate()).isEqualTo(30);
        assertThat(pace.untilNext(0)).isEqualTo(Duration.ofSeconds(2));
        pace.accepted();
        assertThat(pace.rate()).isCloseTo(33, within(0.001));
        for (int i = 0; i < 8; i++) {
            pace.accepted();
        }
        assertThat(pace.rate()).isEqualTo(60);
    }

    @Test
    void neverStops() {
        for (int i = 0; i < 50; i++) {
            pace.tooFast();
        }
        assertThat(pace.rate()).isEqualTo(1);
        assertThat(pace.untilNext(0)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aFailingServerIsAskedATenthAtLeast() {
        pace.strained();
        assertThat(pace.rate()).isEqualTo(30);
        for (int i = 0; i < 9; i++) {
            pace.strained();
        }
        assertThat(pace.rate()).isEqualTo(6);
        pace.tooFast();
        pace.strained();
        assertThat(pace.rate()).isEqualTo(3);
    }

    @Test
    void afterAnOutageNothingIsSavedUpAndItBeginsSmall() {
        Pace live = new Pace(RateLimit.PRODUCTION, 0);
        live.untilNext(3_600 * SECOND);
        live.interrupted();
        live.taken(3_600 * SECOND);
        assertThat(live.untilNext(3_600 * SECOND)).isEqualTo(Duration.ofSeconds(3));
        assertThat(live.rate()).isEqualTo(20);
        live.tooFast();
        live.interrupted();
        assertThat(live.rate()).isEqualTo(10);
        Pace fast = new Pace(new RateLimit(6_000, 1), 0);
        fast.interrupted();
        assertThat(fast.rate()).isEqualTo(120);
    }

    @Test
    void withoutALimitNothingWaitsUntilItIsTooMuch() {
        Pace free = new Pace(RateLimit.NONE, 0);
        free.taken(0);
        assertThat(free.untilNext(SECOND / 1_000)).isZero();
        free.strained();
        assertThat(free.rate()).isEqualTo(500);
        Pace refused = new Pace(RateLimit.NONE, 0);
        refused.tooFast();
        assertThat(refused.rate()).isEqualTo(500);
    }

    private int sentAtOnce(long nanos) {
        int sent = 0;
        while (pace.untilNext(nanos).isZero()) {
            pace.taken(nanos);
            sent++;
        }
        return sent;
    }
}
