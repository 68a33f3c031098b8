package io.keentill.sandbox.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of an amount over time, to the minor unit. */
class ProrationTest {
    @ParameterizedTest
    @CsvSource({
        "3000,30,15,1500,1500",
        "1000,3,1,333,667",
        "1000,3,2,667,333",
        "1,2,1,1,0",
        "0,30,10,0,0",
        "999,31,0,0,999",
        "999,31,31,999,0",
        "999,31,40,999,0",
        "9223372036854775807,2,1,4611686018427387904,4611686018427387903",
    })
    void the_used_and_the_unused_part_make_the_whole(long amount, long days, long at, long used, long unused) {
        Proration.Cut cut = Proration.cut(amount, day(0), day(days), day(at));
        assertThat(cut).isEqualTo(new Proration.Cut(used, unused));
    }

    @Property(tries = 2000)
    void nothing_is_lost_and_no_share_is_a_minor_unit_off(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long amount,
            @ForAll @LongRange(min = 1, max = 400L * 86_400_000) long whole,
            @ForAll @LongRange(min = 0, max = 400L * 86_400_000) long part) {
        long before = Math.min(part, whole);
        Instant start = Instant.EPOCH;
        Proration.Cut cut = Proration.cut(amount, start, start.plusMillis(whole), start.plusMillis(before));
        assertThat(cut.used() + cut.unused()).isEqualTo(amount);
        BigDecimal exact = BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(before))
                .divide(BigDecimal.valueOf(whole), 12, RoundingMode.HALF_UP);
        assertThat(exact.subtract(BigDecimal.valueOf(cut.used())).abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
    }

    @Property(tries = 1000)
    void changing_to_the_same_price_costs_nothing_and_back_again_gives_back(
            @ForAll @LongRange(min = 0, max = 100_000_000) long old,
            @ForAll @LongRange(min = 0, max = 100_000_000) long next,
            @ForAll @LongRange(min = 0, max = 30L * 86_400) long second) {
        Instant at = Instant.EPOCH.plusSeconds(second);
        assertThat(Proration.change(old, old, day(0), day(30), at).net()).isZero();
        long there = Proration.change(old, next, day(0), day(30), at).net();
        long back = Proration.change(next, old, day(0), day(30), at).net();
        assertThat(there + back).isZero();
    }

    private static Instant day(long number) {
        return Instant.EPOCH.plusSeconds(number * 86_400);
    }
}
