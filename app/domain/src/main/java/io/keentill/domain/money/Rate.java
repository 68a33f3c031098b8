package io.keentill.domain.money;

import io.keentill.domain.text.BadInputException;
import io.keentill.domain.text.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of something in parts per million: 20 % is 200,000, 8.875 % is 88,750. Serves tax rates and percent discounts.
 *
 * @param ppm parts per million, 0 to 1,000,000 (0 % to 100 %)
 */
public record Rate(int ppm) {

    /** 100 % in parts per million. */
    public static final int WHOLE = 1_000_000;

    /** No share at all. */
    public static final Rate ZERO = new Rate(0);

    /** Refuses what is not between 0 % and 100 %. */
    public Rate {
        if (ppm < 0 || ppm > WHOLE) {
            throw new BadInputException(Sentence.of(
                    "money.a-rate-is-between",
                    "A rate is between 0 % and 100 %, not {0} %",
                    BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString()));
        }
    }

    /**
     * Reads a percentage as RevKeen and people write it: {@code "20"}, {@code "8.25"}.
     *
     * @throws IllegalArgumentException if it is no number, outside 0 to 100, or finer than four decimals
     */
    public static Rate percent(String percentage) {
        try {
            return new Rate(new BigDecimal(percentage.strip()).movePointRight(4).intValueExact());
        } catch (NumberFormatException e) {
            throw new BadInputException(Sentence.of("money.not-a-percentage", "Not a percentage: {0}", percentage), e);
        } catch (ArithmeticException e) {
            throw new BadInputException(
                    Sentence.of(
                            "money.a-percentage-has-at-most",
                            "A percentage has at most four decimals: {0}",
                            percentage),
                    e);
        }
    }

    /** A whole percentage, 0 to 100. */
    public static Rate percent(int percentage) {
        return new Rate(Math.multiplyExact(percentage, 10_000));
    }

    /** This share of {@code amount}, rounded half away from zero to the minor unit. */
    public Money of(Money amount) {
        return new Money(Rounding.divide(amount.minor(), ppm, WHOLE), amount.currency());
    }

    /** The part of {@code gross} that was added at this rate: gross × r / (1 + r), rounded half away from zero. */
    public Money includedIn(Money gross) {
        return new Money(Rounding.divide(gross.minor(), ppm, (long) WHOLE + ppm), gross.currency());
    }

    /** The percentage without needless zeros: {@code 20}, {@code 8.25}. */
    public String asPercent() {
        return new BigDecimal(ppm)
                .movePointLeft(4)
                .setScale(4, RoundingMode.UNNECESSARY)
                .stripTrailingZeros()
                .toPlainString();
    }
}
