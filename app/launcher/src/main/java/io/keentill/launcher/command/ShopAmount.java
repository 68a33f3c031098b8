package io.keentill.launcher.command;

import io.keentill.domain.money.Money;
import io.keentill.launcher.Problem;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.math.BigDecimal;

/** Amounts that are typed without a currency, for it is the shop's. */
public final class ShopAmount {

    private ShopAmount() {}

    /**
     * Nothing, in the shop's currency.
     *
     * @throws Problem if the till is not set up
     */
    public static Money zero(TillStore store) throws StoreException {
        return Money.zero(store.read(View::shop)
                .orElseThrow(() -> new Problem("This till is not set up yet: run till init."))
                .currency());
    }

    /**
     * In the currency of {@code zero}.
     *
     * @throws Problem if it has more decimals than the currency, or more digits than any till counts
     */
    public static Money of(BigDecimal amount, Money zero) {
        try {
            return Money.of(amount.movePointRight(zero.digits()).longValueExact(), zero.currency());
        } catch (ArithmeticException e) {
            throw new Problem("\"" + amount + "\" is no amount in " + zero.currency() + ".", e);
        }
    }
}
