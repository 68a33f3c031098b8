package io.keentill.launcher.terminals;

import io.keentill.domain.money.Money;
import io.keentill.launcher.Problem;
import java.util.Currency;

/** Amounts as scripts write them. */
final class MoneyOptions {

    private MoneyOptions() {}

    static Money money(long minor, String code) {
        if (minor <= 0) {
            throw new Problem("--amount is in minor units (pence, cents) and above zero, for example --amount 1250.");
        }
        return Money.of(minor, currency(code));
    }

    static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Problem("\"" + code + "\" is no currency: write GBP, EUR, USD…", e);
        }
    }
}
