package io.keentill.domain.money;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes amounts for people: the currency's own decimals, the locale's separators and symbol ({@code £1,234.50}). Used by any
 * number of threads. Formats are kept and copied, since Java looks up and parses their patterns whenever one is asked for,
 * and a basket writes a dozen amounts with each scan.
 */
public final class MoneyFormat {

    private final Map<Currency, NumberFormat> withSymbol = new ConcurrentHashMap<>();
    private final Map<Currency, NumberFormat> plain = new ConcurrentHashMap<>();
    private final Locale locale;

    /** Amounts as people of {@code locale} write them. */
    public MoneyFormat(Locale locale) {
        this.locale = locale;
    }

    /** With the currency's symbol. */
    public String format(Money money) {
        return format(money, withSymbol.computeIfAbsent(money.currency(), currency -> {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(currency);
            return format;
        }));
    }

    /** Without symbol, for columns of figures. */
    public String figures(Money money) {
        return format(
                money, plain.computeIfAbsent(money.currency(), currency -> NumberFormat.getNumberInstance(locale)));
    }

    private static String format(Money money, NumberFormat kept) {
        NumberFormat format = (NumberFormat) kept.clone();
        format.setMinimumFractionDigits(money.digits());
        format.setMaximumFractionDigits(money.digits());
        return format.format(BigDecimal.valueOf(money.minor(), money.digits()));
    }

    /** The symbol alone, as in {@code £}. */
    public String symbol(Currency currency) {
        return currency.getSymbol(locale);
    }
}
