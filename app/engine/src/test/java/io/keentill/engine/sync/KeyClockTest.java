package io.keentill.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.store.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyClockTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant CMOS = Instant.parse("2010-01-01T00:00:00Z");
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final KeyClock keys = new KeyClock(NOW);

    @Test
    void aRowThatWasNeverSentHasNoKeyToRelyOn() {
        assertThat(keys.isSpent(SendOrderTest.row(1), NOW, 0)).isFalse();
    }

    @Test
    void aKeyLastsTwentyThreeHours() {
        OutboxRow row = sentAt(NOW);
        assertThat(keys.isSpent(row, NOW.plus(Duration.ofHours(23)), 0)).isFalse();
        assertThat(keys.isSpent(row, NOW.plus(Duration.ofHours(23)).plusNanos(1), 0))
                .isTrue();
    }

    @Test
    void aFirstUseInTheFutureIsDoubted() {
        assertThat(keys.isSpent(sentAt(NOW), NOW.minusSeconds(60), 0)).isFalse();
        assertThat(keys.isSpent(sentAt(NOW), NOW.minusSeconds(61), 0)).isTrue();
    }

    @Test
    void aClockPutBackHidesNoElapsedTime() {
        OutboxRow row = sentAt(keys.firstUse(1, NOW, 0));
        assertThat(keys.isSpent(row, NOW.plusSeconds(60), 23 * HOUR)).isFalse();
        assertThat(keys.isSpent(row, NOW.plusSeconds(60), 23 * HOUR + 1)).isTrue();
    }

    @Test
    void aMachineThatSleptIsToldByItsWallClock() {
        OutboxRow row = sentAt(keys.firstUse(1, NOW, 0));
        assertThat(keys.isSpent(row, NOW.plus(Duration.ofDays(3)), HOUR)).isTrue();
    }

    @Test
    void aDeadBatterysTimeIsNotStoredAndElapsedTimeCounts() {
        KeyClock fresh = new KeyClock(null);
        Instant stored = fresh.firstUse(1, CMOS, 0);
        assertThat(stored).isEqualTo(OutboxRow.UNKNOWN_TIME);
        OutboxRow row = sentAt(stored);
        assertThat(fresh.isSpent(row, CMOS.plusSeconds(60), 22 * HOUR)).isFalse();
        assertThat(fresh.isSpent(row, NOW, HOUR)).as("set right meanwhile").isFalse();
        assertThat(fresh.isSpent(row, NOW, 24 * HOUR)).isTrue();
        assertThat(new KeyClock(null).isSpent(row, CMOS.plusSeconds(120), 0))
                .as("after a restart nobody knows")
                .isTrue();
    }

    @Test
    void aTimeBeforeTheLatestThatWasEverSeenIsNotStored() {
        assertThat(keys.firstUse(1, NOW.minusSeconds(61), 0)).isEqualTo(OutboxRow.UNKNOWN_TIME);
        assertThat(keys.firstUse(2, NOW.minusSeconds(60), 0)).isEqualTo(NOW.minusSeconds(60));
        assertThat(keys.firstUse(3, NOW.plusSeconds(9), 0)).isEqualTo(NOW.plusSeconds(9));
        assertThat(new KeyClock(null).firstUse(1, KeyClock.PLAUSIBLE, 0)).isEqualTo(KeyClock.PLAUSIBLE);
    }

    @Test
    void aClockThatIsBehindAtTheStartWasPutBack() {
        assertThat(new KeyClock(NOW).look(NOW.minusSeconds(61), 0)).isTrue();
        assertThat(new KeyClock(NOW).look(NOW.minusSeconds(60), 0)).isFalse();
        assertThat(new KeyClock(NOW).look(NOW.plusSeconds(900), 0)).isFalse();
        assertThat(new KeyClock(null).look(CMOS, 0)).isFalse();
    }

    @Test
    void aClockThatIsPutBackWhileTheTillRunsIsNoticedOnce() {
        assertThat(keys.look(NOW, 0)).isFalse();
        assertThat(keys.look(NOW.plusSeconds(3_600), HOUR)).isFalse();
        assertThat(keys.look(NOW.plusSeconds(3_600), 2 * HOUR))
                .as("an hour back")
                .isTrue();
        assertThat(keys.look(NOW.plusSeconds(7_200), 3 * HOUR)).isFalse();
        assertThat(keys.look(NOW.plusSeconds(90_000), 3 * HOUR)).as("forwards").isFalse();
    }

    @Test
    void aClockThatWasPutBackMakesEveryUseDoubtful() {
        OutboxRow row = sentAt(keys.firstUse(1, CMOS, 0)); // unknown time, young by elapsed time
        assertThat(keys.isSpent(row, CMOS, 1)).isFalse();
        keys.look(NOW, 1);
        keys.look(NOW.minusSeconds(3_600), 2);
        assertThat(keys.isSpent(row, NOW, 3)).isTrue();
    }

    @Test
    void elapsedTimeCountsFromTheFirstUse() {
        OutboxRow row = sentAt(keys.firstUse(1, NOW, 5 * HOUR));
        assertThat(keys.isSpent(row, NOW.plusSeconds(60), 20 * HOUR)).isFalse();
        assertThat(keys.isSpent(row, NOW.plusSeconds(60), 28 * HOUR + 1)).isTrue();
    }

    @Test
    void aClockThatGoesRightLeavesEveryUseAsItIs() {
        OutboxRow row = sentAt(keys.firstUse(1, CMOS, 0));
        assertThat(keys.look(NOW, 1)).isFalse();
        assertThat(keys.isSpent(row, NOW, 2)).isFalse();
    }

    @Test
    void aMachineThatSleptIsNotToldByElapsedTimeWhereTheWallClockToldNoTime() {
        keys.look(NOW.minusSeconds(7_200), 0);
        OutboxRow row = sentAt(keys.firstUse(1, NOW.minusSeconds(7_200), 0));
        assertThat(row.firstSentAt()).isEqualTo(OutboxRow.UNKNOWN_TIME);
        keys.look(NOW.minusSeconds(3_600), 0);
        assertThat(keys.isSpent(row, NOW, 1)).as("an hour is no sleep").isFalse();
        keys.look(NOW.minusSeconds(3_600).plus(Duration.ofHours(30)), HOUR);
        assertThat(keys.isSpent(row, NOW.plus(Duration.ofHours(30)), HOUR)).isTrue();
    }

    @Test
    void aMachineThatSleptLeavesWhatHasATimeAsItIs() {
        keys.look(NOW, 0);
        OutboxRow row = sentAt(keys.firstUse(1, NOW, 0));
        keys.look(NOW.plus(Duration.ofHours(3)), HOUR);
        assertThat(keys.isSpent(row, NOW.plus(Duration.ofHours(3)), HOUR)).isFalse();
        assertThat(keys.isSpent(row, NOW.plus(Duration.ofHours(3)), 23 * HOUR + 1))
                .isTrue();
    }

    @Test
    void aTimeThatCannotBeIsDoubtful() {
        assertThat(KeyClock.isDoubtful(SendOrderTest.row(1), NOW))
                .as("never sent")
                .isFalse();
        assertThat(KeyClock.isDoubtful(sentAt(NOW), NOW)).isFalse();
        assertThat(KeyClock.isDoubtful(sentAt(NOW), NOW.plusSeconds(200_000))).isFalse();
        assertThat(KeyClock.isDoubtful(sentAt(NOW.plusNanos(1)), NOW))
                .as("in the future")
                .isTrue();
        assertThat(KeyClock.isDoubtful(sentAt(OutboxRow.UNKNOWN_TIME), NOW)).isTrue();
    }

    @Test
    void anAnsweredRowIsForgotten() {
        OutboxRow row = sentAt(keys.firstUse(1, NOW, 0));
        keys.forget(1);
        assertThat(keys.isSpent(row, NOW, 24 * HOUR))
                .as("told by the wall clock alone")
                .isFalse();
    }

    @Test
    void theLatestTimeIsKeptFromTimeToTime() {
        assertThat(keys.toKeep()).isNull();
        keys.look(NOW.plusSeconds(300), 0);
        assertThat(keys.toKeep()).isNull();
        keys.look(NOW.plusSeconds(301), 0);
        assertThat(keys.toKeep()).isEqualTo(NOW.plusSeconds(301));
        assertThat(keys.toKeep()).isNull();
        keys.look(CMOS, 0);
        assertThat(keys.toKeep()).isNull();
        KeyClock fresh = new KeyClock(null);
        assertThat(fresh.toKeep()).isNull();
        fresh.look(NOW, 0);
        assertThat(fresh.toKeep()).isEqualTo(NOW);
    }

    private static OutboxRow sentAt(Instant at) {
        return SendOrderTest.row(1).frozen("POST", "/orders", null, "k").sent(at);
    }
}
