package io.keentill.store;

import io.keentill.domain.money.Money;
import java.util.Currency;

/** Amounts of which the currency stands elsewhere in the row or its parent. */
final class Amounts {

    private Amounts() {}

    /** The minor units; refuses another currency, which would otherwise be lost without a word. */
    static long minor(Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            throw new IllegalArgumentException(amount + " does not belong among amounts in " + currency);
        }
        return amount.minor();
    }
}
