package io.keentill.sandbox.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.recurring.Cadence.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where periods end. */
class CadenceTest {
    private static final long YEAR_2000 = 946_684_800L;
    private static final long YEAR_2100 = 4_102_444_800L;

    @ParameterizedTest
    @CsvSource({
        "DAY,10,1,2026-05-01T09:00:00Z,2026-05-11T09:00:00Z",
        "WEEK,2,1,2026-05-01T09:00:00Z,2026-05-15T09:00:00Z",
        "MONTH,1,31,2026-01-31T09:00:00Z,2026-02-28T09:00:00Z",
        "MONTH,1,31,2026-02-28T09:00:00Z,2026-03-31T09:00:00Z",
        "MONTH,1,30,2028-02-29T09:00:00Z,2028-03-30T09:00:00Z",
        "MONTH,1,15,2026-05-01T09:00:00Z,2026-05-15T09:00:00Z",
        "MONTH,1,15,2026-05-20T09:00:00Z,2026-06-15T09:00:00Z",
        "MONTH,3,1,2026-05-01T09:00:00Z,2026-08-01T09:00:00Z",
        "QUARTER,1,31,2025-11-30T00:00:00Z,2026-02-28T00:00:00Z",
        "HALF_YEAR,1,31,2026-02-28T00:00:00Z,2026-08-31T00:00:00Z",
        "YEAR,1,29,2024-02-29T12:00:00Z,2025-02-28T12:00:00Z",
        "YEAR,1,29,2027-02-28T12:00:00Z,2028-02-29T12:00:00Z",
    })
    void a_period_ends_on_its_anchor_day(Unit unit, int count, int day, Instant start, Instant end) {
        assertThat(new Cadence(unit, count, day, ZoneOffset.UTC).next(start)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z,2026-04-01T09:00:00Z",
        "2026-10-01T09:00:00Z,2026-11-01T10:00:00Z",
    })
    void the_clock_on_the_wall_counts_across_a_change_to_summer_time(Instant start, Instant end) {
        Cadence london = new Cadence(Unit.MONTH, 1, 1, ZoneId.of("Europe/London"));
        assertThat(london.next(start)).isEqualTo(end);
    }

    @Property(tries = 500)
    void whole_periods_follow_each_other_without_drift(
            @ForAll Unit unit,
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @LongRange(min = YEAR_2000, max = YEAR_2100) long second) {
        Instant start = Instant.ofEpochSecond(second);
        Cadence cadence = Cadence.from(unit, count, start);
        Instant at = start;
        for (int i = 0; i < 14; i++) {
            assertThat(cadence.isWhole(at)).isTrue();
            Instant next = cadence.next(at);
            assertThat(next).isAfter(at);
            assertThat(cadence.previous(next)).isEqualTo(at);
            at = next;
        }
    }

    @Property(tries = 500)
    void a_short_first_period_is_shorter_than_the_whole_one_it_is_a_part_of(
            @ForAll @IntRange(min = 1, max = 31) int day,
            @ForAll @LongRange(min = YEAR_2000, max = YEAR_2100) long second) {
        Instant start = Instant.ofEpochSecond(second);
        Cadence monthly = new Cadence(Unit.MONTH, 1, day, ZoneOffset.UTC);
        Instant end = monthly.next(start);
        assertThat(end).isAfter(start);
        assertThat(monthly.isWhole(end)).isTrue();
        assertThat(monthly.previous(end)).isBeforeOrEqualTo(start);
    }
}
