package io.keentill.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void showsTheDecimalsOfItsCurrency() {
        assertThat(Money.of(1230, "GBP")).hasToString("12.30 GBP");
        assertThat(Money.of(1230, "jpy")).hasToString("1230 JPY");
        assertThat(Money.of(-1230, "KWD")).hasToString("-1.230 KWD");
    }

    @Test
    void refusesToMixCurrenciesOrToOverflow() {
        Money pound = Money.of(1, "GBP");
        assertThatThrownBy(() -> pound.plus(Money.of(1, "EUR"))).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> pound.compareTo(Money.of(1, "EUR"))).isInstanceOf(CurrencyMismatchException.class);
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "GBP").plus(pound)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "GBP").times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.of(Long.MIN_VALUE, "GBP").negated()).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void addingAndTakingAwayComesBack(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long a,
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long b) {
        Money left = Money.of(a, "GBP");
        Money right = Money.of(b, "GBP");
        assertThat(left.plus(right).minus(right)).isEqualTo(left);
        assertThat(left.min(right).plus(left.max(right))).isEqualTo(left.plus(right));
    }
}
