package io.keentill.storefront.text;

import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads amounts and percentages as people type them, with point or comma. */
public final class MoneyInput {

    private static final Pattern FIGURES = Pattern.compile("\\d{1,9}([.,]\\d{0,4})?|[.,]\\d{1,4}");

    private static final Pattern ZERO = Pattern.compile("0{1,9}([.,]0{0,4})?|[.,]0{1,4}");

    private MoneyInput() {}

    /** An amount above zero in {@code currency}; empty for anything else, also for more decimals than it has. */
    public static Optional<Money> amount(String typed, Currency currency) {
        String text = typed.strip();
        if (!FIGURES.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal minor = decimal(text)
                .movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                .stripTrailingZeros();
        if (minor.scale() > 0 || minor.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(Money.of(minor.longValueExact(), currency));
    }

    /** The same, or nothing as a zero that is typed; an empty field is no amount. */
    public static Optional<Money> amountOrZero(String typed, Currency currency) {
        return ZERO.matcher(typed.strip()).matches() ? Optional.of(Money.zero(currency)) : amount(typed, currency);
    }

    /** A percentage above 0 and up to 100; empty for anything else. */
    public static Optional<Rate> percent(String typed) {
        String text = typed.strip();
        if (text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (!FIGURES.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal percentage = decimal(text);
        if (percentage.signum() <= 0 || percentage.compareTo(BigDecimal.valueOf(100)) > 0) {
            return Optional.empty();
        }
        return Optional.of(Rate.percent(percentage.toPlainString()));
    }

    private static BigDecimal decimal(String text) {
        String plain = text.replace(',', '.');
        return new BigDecimal(plain.endsWith(".") ? plain + "0" : plain);
    }
}
