package io.keentill.domain.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderTotals;
import io.keentill.domain.order.Pricing;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Goods that came back although nobody could show the receipt of their sale, and the cash that was given for them. It names
 * no sale, so nothing but the catalogue says what the goods are worth: each line is priced and taxed as a sale of the day
 * would be, for the catalogue's price or less. It is made whole when the cash is handed out, and never changes.
 *
 * @param id UUIDv7, made when somebody began to put it together
 * @param number of this till's returns without a receipt, from 1, without gaps
 * @param reference short, as printed
 * @param currency of all amounts
 * @param lines the goods; where less than the catalogue's price was given, that is the line's shelf price
 * @param rounding what was handed out in coins beyond {@link #total}; any sign
 * @param reason why, for people
 * @param operator who stood at the till
 * @param approvedBy who approved it with a PIN
 * @param at when the cash was handed out
 */
public record NoReceiptReturn(
        String id,
        long number,
        String reference,
        Currency currency,
        List<OrderLine> lines,
        Money rounding,
        String reason,
        String operator,
        String approvedBy,
        Instant at) {

    /** Copies the lines; refuses a return of nothing, and lines that no catalogue prices. */
    public NoReceiptReturn {
        lines = List.copyOf(lines);
        if (lines.stream().anyMatch(l -> l.productId() == null || l.discount() != null)) {
            throw new IllegalArgumentException("What comes back without a receipt is priced by the catalogue");
        }
        Money handed = Pricing.price(currency, lines, null).total().plus(rounding);
        if (!handed.isPositive()) {
            throw new IllegalArgumentException("A return without a receipt gives something back: " + handed);
        }
    }

    /** What the goods come to by line and by tax rate. */
    public OrderTotals totals() {
        return Pricing.price(currency, lines, null);
    }

    /** What was given for the goods, tax included. */
    public Money total() {
        return totals().total();
    }

    /** What was handed over in coins and notes. */
    public Money handed() {
        return total().plus(rounding);
    }

    /** Whether {@code other} is of the same goods for the same prices, in the same sequence. */
    public boolean isOfTheSame(List<OrderLine> other) {
        if (lines.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            OrderLine a = lines.get(i);
            OrderLine b = other.get(i);
            if (!Objects.equals(a.productId(), b.productId())
                    || !a.quantity().equals(b.quantity())
                    || !a.unitPrice().equals(b.unitPrice())) {
                return false;
            }
        }
        return true;
    }
}
