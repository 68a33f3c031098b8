package io.keentill.domain.refund;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.util.List;

/**
 * What is handed over in coins when cash of a sale goes back. Single amounts are rounded to the smallest coin, but all of
 * them together come to exactly what the drawer kept of the sale: no sequence of small refunds pays out more. Only what
 * goes back in cash instead of to a card that does not take it comes on top, rounded for itself.
 */
public final class CashBack {

    private CashBack() {}

    /**
     * The coins for {@code amount}, zero or above.
     *
     * @param refunds every refund of the sale so far
     * @param amount what of the sale's cash goes back now
     */
    public static Money handed(Order sale, List<Refund> refunds, Money amount, CashRounding rounding) {
        Money nothing = Money.zero(sale.currency());
        List<Tender> cash =
                sale.tenders().stream().filter(t -> t.type() == TenderType.CASH).toList();
        Money took = cash.stream().map(Tender::applied).reduce(nothing, Money::plus);
        Money kept = cash.stream().map(t -> t.tendered().minus(t.change())).reduce(nothing, Money::plus);
        List<RefundPart> back = refunds.stream()
                .flatMap(r -> r.parts().stream())
                .filter(p -> p.type() == TenderType.CASH && p.is(RefundPart.State.RETURNED))
                .toList();
        Money after = back.stream().map(RefundPart::amount).reduce(amount, Money::plus);
        Money beyond = after.minus(took);
        Money inCoins = beyond.isNegative() ? rounding.round(after).min(kept) : kept.plus(rounding.round(beyond));
        Money before = back.stream().map(RefundPart::handed).reduce(nothing, Money::plus);
        return inCoins.minus(before).max(nothing);
    }
}
