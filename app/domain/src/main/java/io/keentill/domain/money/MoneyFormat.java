package io.keentill.domain.money;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts for people: the currency's own decimals, the locale's separators and symbol ({@code £1,234.50}). */
public final class MoneyFormat {

    private final Locale locale;

    /** Amounts as people of {@code locale} write them. */
    public MoneyFormat(Locale locale) {
        this.locale = locale;
    }

    /** With the currency's symbol. */
    public String format(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(money.digits());
        format.setMaximumFractionDigits(money.digits());
        return format.format(BigDecimal.valueOf(money.minor(), money.digits()));
    }

    /** Without symbol, for columns of figures. */
    public String figures(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(money.digits());
        format.setMaximumFractionDigits(money.digits());
        return format.format(BigDecimal.valueOf(money.minor(), money.digits()));
    }

    /** The symbol alone, as in {@code £}. */
    public String symbol(Currency currency) {
        return currency.getSymbol(locale);
    }
}
