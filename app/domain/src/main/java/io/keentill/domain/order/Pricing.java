package io.keentill.domain.order;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Allocation;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderTotals.TaxLine;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sums of an order: a pure function of lines and order discount.
 *
 * <p>Line discounts come first, then the order's discount on what is left, allocated to the lines by largest remainder.
 * Tax is rounded per line, half away from zero: a receipt can be checked line by line and the lines always sum to the
 * total.
 */
public final class Pricing {

    private Pricing() {}

    /** The totals of {@code lines} with {@code orderDiscount} taken off the whole. */
    public static OrderTotals price(Currency currency, List<OrderLine> lines, @Nullable Discount orderDiscount) {
        List<Money> gross = lines.stream().map(OrderLine::gross).toList();
        List<Money> lineDiscounts = new ArrayList<>(lines.size());
        List<Long> left = new ArrayList<>(lines.size());
        Money sum = Money.zero(currency);
        for (int i = 0; i < lines.size(); i++) {
            Discount discount = lines.get(i).discount();
            Money off = discount == null ? Money.zero(currency) : discount.from(gross.get(i));
            Money rest = gross.get(i).minus(off);
            lineDiscounts.add(off);
            left.add(rest.minor());
            sum = sum.plus(rest);
        }
        Money off = orderDiscount == null ? Money.zero(currency) : orderDiscount.from(sum);
        List<Long> shares = Allocation.byWeight(off.minor(), left);
        List<LineTotals> priced = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Money share = Money.of(shares.get(i), currency);
            priced.add(line(lines.get(i).tax(), gross.get(i), lineDiscounts.get(i), share));
        }
        return sum(currency, lines, priced);
    }

    private static LineTotals line(TaxRate rate, Money gross, Money lineDiscount, Money orderDiscount) {
        Money paid = gross.minus(lineDiscount).minus(orderDiscount);
        if (rate.inclusive()) {
            Money tax = rate.rate().includedIn(paid);
            return new LineTotals(gross, lineDiscount, orderDiscount, paid.minus(tax), tax, paid);
        }
        Money tax = rate.rate().of(paid);
        return new LineTotals(gross, lineDiscount, orderDiscount, paid, tax, paid.plus(tax));
    }

    private static OrderTotals sum(Currency currency, List<OrderLine> lines, List<LineTotals> priced) {
        Money zero = Money.zero(currency);
        Money subtotal = zero;
        Money discount = zero;
        Money net = zero;
        Money tax = zero;
        Money total = zero;
        Map<TaxRate, TaxLine> taxes = new LinkedHashMap<>();
        for (int i = 0; i < priced.size(); i++) {
            LineTotals line = priced.get(i);
            subtotal = subtotal.plus(line.gross());
            discount = discount.plus(line.discount());
            net = net.plus(line.net());
            tax = tax.plus(line.tax());
            total = total.plus(line.total());
            taxes.merge(
                    lines.get(i).tax(),
                    new TaxLine(lines.get(i).tax(), line.net(), line.tax()),
                    (a, b) ->
                            new TaxLine(a.rate(), a.net().plus(b.net()), a.tax().plus(b.tax())));
        }
        return new OrderTotals(priced, subtotal, discount, net, tax, total, List.copyOf(taxes.values()));
    }
}
