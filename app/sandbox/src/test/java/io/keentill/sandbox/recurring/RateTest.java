package io.keentill.sandbox.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.sandbox.recurring.Rate.Tier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What quantities cost. */
class RateTest {
    private static final List<Tier> TIERS = List.of(
            new Tier(BigDecimal.valueOf(100), 0, 0), new Tier(BigDecimal.valueOf(1000), 5, 0), new Tier(null, 3, 200));

    @ParameterizedTest
    @CsvSource({
        "per_unit,0,0",
        "per_unit,7,70",
        "per_unit,0.25,3",
        "per_unit,0.24,2",
        "graduated,100,0",
        "graduated,101,5",
        "graduated,1000,4500",
        "graduated,1001,4703",
        "volume,100,0",
        "volume,101,505",
        "volume,1001,3203",
        "package,1,10",
        "package,12,10",
        "package,12.5,20",
        "package,25,30",
    })
    void each_model_has_its_price(String model, BigDecimal quantity, long price) {
        assertThat(rate(model, 10, 0).charge(quantity)).isEqualTo(price);
    }

    @Test
    void a_flat_fee_is_due_once_anything_is_used() {
        assertThat(rate("per_unit", 10, 500).charge(BigDecimal.ZERO)).isZero();
        assertThat(rate("per_unit", 10, 500).charge(BigDecimal.ONE)).isEqualTo(510);
    }

    @Test
    void free_first_tiers_are_what_is_included() {
        assertThat(rate("graduated", 0, 0).included()).isEqualByComparingTo("100");
        assertThat(rate("volume", 0, 0).included()).isZero();
        assertThat(new Rate("per_unit", 10, 0, 1, new BigDecimal("0.4"), List.of()).cost(BigDecimal.valueOf(3)))
                .isEqualTo(1);
    }

    @Property(tries = 500)
    void graduated_tiers_cost_what_their_units_cost_one_by_one(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 20) Integer> widths,
            @ForAll @Size(min = 7, max = 7) List<@IntRange(min = 0, max = 50) Integer> prices,
            @ForAll @IntRange(min = 0, max = 150) int quantity) {
        List<Tier> tiers = new ArrayList<>();
        List<Integer> unitPrices = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < widths.size(); i++) {
            last += widths.get(i);
            tiers.add(new Tier(BigDecimal.valueOf(last), prices.get(i), 0));
            for (int unit = 0; unit < widths.get(i); unit++) {
                unitPrices.add(prices.get(i));
            }
        }
        tiers.add(new Tier(null, prices.get(6), 0));
        long expected = 0;
        for (int unit = 0; unit < quantity; unit++) {
            expected += unit < unitPrices.size() ? unitPrices.get(unit) : prices.get(6);
        }
        assertThat(new Rate("graduated", 0, 0, 1, null, tiers).charge(BigDecimal.valueOf(quantity)))
                .isEqualTo(expected);
    }

    @Property(tries = 500)
    void packages_never_cost_less_for_more(
            @ForAll @IntRange(min = 0, max = 10_000) int less,
            @ForAll @IntRange(min = 0, max = 10_000) int more,
            @ForAll @IntRange(min = 1, max = 500) int size) {
        Rate rate = new Rate("package", 7, 3, size, null, List.of());
        assertThat(rate.charge(BigDecimal.valueOf(less)))
                .isLessThanOrEqualTo(rate.charge(BigDecimal.valueOf((long) less + more)));
    }

    private static Rate rate(String model, long unit, long flat) {
        return new Rate(model, unit, flat, 12, null, TIERS);
    }
}
