package io.keentill.domain.order;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import java.util.List;

/**
 * What an order comes to; each figure is the sum of its lines.
 *
 * @param lines in the order's own sequence
 * @param subtotal shelf prices before discounts
 * @param discount everything taken off
 * @param net without tax
 * @param tax all tax
 * @param total what is owed
 * @param taxes per rate, in the sequence in which the rates first appear
 */
public record OrderTotals(
        List<LineTotals> lines,
        Money subtotal,
        Money discount,
        Money net,
        Money tax,
        Money total,
        List<TaxLine> taxes) {

    /** Copies the lists. */
    public OrderTotals {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /**
     * One rate's share of an order.
     *
     * @param rate the tax rate
     * @param net what it applies to, without tax
     * @param tax the tax
     */
    public record TaxLine(TaxRate rate, Money net, Money tax) {}
}
