package io.keentill.domain.order;

import io.keentill.domain.money.Money;

/**
 * What one line comes to. Always {@code net + tax = total}; for an inclusive rate {@code total = gross − discounts}, for
 * an exclusive one {@code net = gross − discounts}.
 *
 * @param gross price × quantity as on the shelf
 * @param lineDiscount taken off this line alone
 * @param orderDiscount this line's share of the order's discount
 * @param net without tax
 * @param tax the tax in or on top of it
 * @param total what the customer pays for it
 */
public record LineTotals(Money gross, Money lineDiscount, Money orderDiscount, Money net, Money tax, Money total) {

    /** Both discounts together. */
    public Money discount() {
        return lineDiscount.plus(orderDiscount);
    }
}
