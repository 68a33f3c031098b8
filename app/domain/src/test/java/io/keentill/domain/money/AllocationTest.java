package io.keentill.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Property
    void partsSumToTheWholeAndStayWithinOneOfTheirShare(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long total,
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 1_000_000_000L) Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        if (sum == 0) {
            return;
        }
        List<Long> parts = Allocation.byWeight(total, weights);
        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal exact = BigDecimal.valueOf(total)
                    .multiply(BigDecimal.valueOf(weights.get(i)))
                    .divide(BigDecimal.valueOf(sum), 9, java.math.RoundingMode.HALF_EVEN);
            assertThat(BigDecimal.valueOf(parts.get(i)).subtract(exact).abs()).isLessThan(BigDecimal.ONE);
        }
    }

    @Test
    void roundsHalvesAwayFromZero() {
        assertThat(Rounding.divide(5, 1, 10)).isEqualTo(1);
        assertThat(Rounding.divide(-5, 1, 10)).isEqualTo(-1);
        assertThat(Rounding.divide(4, 1, 10)).isZero();
        assertThat(new CashRounding(5).round(Money.of(1233, "CHF"))).isEqualTo(Money.of(1235, "CHF"));
    }

    @Test
    void readsAndWritesPercentages() {
        assertThat(Rate.percent("8.875").ppm()).isEqualTo(88_750);
        assertThat(Rate.percent("8.875").asPercent()).isEqualTo("8.875");
        assertThat(Rate.percent(20).asPercent()).isEqualTo("20");
    }

    @Test
    void writesMoneyAsPeopleDo() {
        assertThat(new MoneyFormat(Locale.UK).format(Money.of(123_450, "GBP"))).isEqualTo("£1,234.50");
        assertThat(new MoneyFormat(Locale.UK).figures(Money.of(1_500, "JPY"))).isEqualTo("1,500");
        assertThat(new MoneyFormat(Locale.UK).figures(Money.of(1_500, "KWD"))).isEqualTo("1.500");
    }
}
