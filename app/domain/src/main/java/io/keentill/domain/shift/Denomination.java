package io.keentill.domain.shift;

import io.keentill.domain.money.Money;
import java.util.Currency;
import java.util.List;

/**
 * A note or coin.
 *
 * @param value what one piece is worth, above zero
 * @param form whether it is a note or a coin, as a counting sheet groups them
 */
public record Denomination(Money value, Form form) {

    /** What it is made of. */
    public enum Form {
        /** Paper or polymer. */
        NOTE,
        /** Metal. */
        COIN
    }

    /** Refuses a piece that is worth nothing. */
    public Denomination {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("A piece of money is worth something: " + value);
        }
    }

    /**
     * What a drawer holds in this currency, the largest first. Known are GBP (Bank of England notes and the Royal Mint's
     * circulating coins), EUR (the ECB's notes and the common coins; the 500 euro note is legal tender still), USD and CHF.
     * For any other currency the list is empty, and a count is one amount.
     */
    public static List<Denomination> of(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "GBP" -> sheet(currency, List.of(50_00L, 20_00L, 10_00L, 5_00L), 2_00, 1_00, 50, 20, 10, 5, 2, 1);
            case "EUR" ->
                sheet(
                        currency,
                        List.of(500_00L, 200_00L, 100_00L, 50_00L, 20_00L, 10_00L, 5_00L),
                        2_00,
                        1_00,
                        50,
                        20,
                        10,
                        5,
                        2,
                        1);
            case "USD" ->
                sheet(currency, List.of(100_00L, 50_00L, 20_00L, 10_00L, 5_00L, 2_00L, 1_00L), 50, 25, 10, 5, 1);
            case "CHF" ->
                sheet(
                        currency,
                        List.of(1000_00L, 200_00L, 100_00L, 50_00L, 20_00L, 10_00L),
                        5_00,
                        2_00,
                        1_00,
                        50,
                        20,
                        10,
                        5);
            default -> List.of();
        };
    }

    private static List<Denomination> sheet(Currency currency, List<Long> notes, long... coins) {
        List<Denomination> all = new java.util.ArrayList<>();
        notes.forEach(minor -> all.add(new Denomination(Money.of(minor, currency), Form.NOTE)));
        for (long minor : coins) {
            all.add(new Denomination(Money.of(minor, currency), Form.COIN));
        }
        return List.copyOf(all);
    }
}
