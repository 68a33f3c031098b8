package io.keentill.domain.shift;

import io.keentill.domain.money.Money;

/**
 * What went through a drawer in a shift, in coins and notes; every amount is zero or above.
 *
 * @param openingFloat what was there at the beginning
 * @param sales handed over by customers less change, cash rounding included
 * @param refunds handed back to customers on sales
 * @param returns handed out for goods that came back without a receipt
 * @param payIns put in
 * @param payOuts taken out and spent
 * @param drops taken out to the safe
 * @param moves how often any of it moved
 */
public record Drawer(
        Money openingFloat,
        Money sales,
        Money refunds,
        Money returns,
        Money payIns,
        Money payOuts,
        Money drops,
        long moves) {

    /** What must be in it now. */
    public Money expected() {
        return openingFloat
                .plus(sales)
                .minus(refunds)
                .minus(returns)
                .plus(payIns)
                .minus(payOuts)
                .minus(drops);
    }
}
