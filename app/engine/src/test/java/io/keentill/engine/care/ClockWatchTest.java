package io.keentill.engine.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private static final Instant TODAY = Instant.parse("2026-11-26T09:00:00Z");
    private static final Instant FLAT_BATTERY = Instant.parse("2010-01-01T00:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(TODAY);
    private final AtomicLong nanos = new AtomicLong(77);

    @Test
    void aClockThatKeepsTimeIsRight() {
        ClockWatch watch = watch(TODAY.minus(Duration.ofHours(10)));
        for (int i = 0; i < 10_000; i++) {
            pass(Duration.ofSeconds(5));
            assertThat(watch.look()).isEmpty();
        }
    }

    @Test
    void whatATimeServerCorrectsIsNotWorthAWord() {
        ClockWatch watch = watch(TODAY);
        jump(Duration.ofSeconds(-90));
        assertThat(watch.look()).isEmpty();
        jump(Duration.ofSeconds(100));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aMachineThatSleptOverTheWeekendIsRight() {
        ClockWatch watch = watch(TODAY);
        jump(Duration.ofHours(62));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aJumpBackIsToldUntilItIsPutRight() {
        ClockWatch watch = watch(TODAY);
        jump(Duration.ofDays(-30));
        assertThat(watch.look())
                .hasValueSatisfying(what -> assertThat(what)
                        .contains("2026-10-27 09:00 UTC")
                        .contains("2026-11-26 09:00 UTC")
                        .contains("Set date and time"));
        pass(Duration.ofHours(1));
        assertThat(watch.look()).isPresent();
        jump(Duration.ofDays(30));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aJumpFarAheadIsToldUntilItIsPutRight() {
        ClockWatch watch = watch(TODAY);
        jump(Duration.ofDays(3650));
        assertThat(watch.look()).isPresent();
        jump(Duration.ofDays(-3650));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aFlatBatteryIsToldFromTheStartUntilTheClockIsSet() {
        clock.set(FLAT_BATTERY);
        ClockWatch watch = watch(TODAY.minus(Duration.ofHours(12)));
        assertThat(watch.look()).hasValueSatisfying(what -> assertThat(what).contains("2010-01-01 00:00 UTC"));
        pass(Duration.ofHours(2));
        assertThat(watch.look()).isPresent();
        clock.set(TODAY.plus(Duration.ofDays(9)));
        assertThat(watch.look())
                .as("any later time is as good as anybody can know")
                .isEmpty();
        pass(Duration.ofHours(2));
        assertThat(watch.look()).isEmpty();
        jump(Duration.ofHours(-1));
        assertThat(watch.look()).as("watched from here on").isPresent();
    }

    private ClockWatch watch(Instant written) {
        return new ClockWatch(clock::get, nanos::get, written);
    }

    private void pass(Duration time) {
        jump(time);
        nanos.addAndGet(time.toNanos());
    }

    private void jump(Duration by) {
        clock.updateAndGet(t -> t.plus(by));
    }
}
