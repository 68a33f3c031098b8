package io.keentill.domain.refund;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is handed over in coins when cash of a sale goes back. Single amounts are rounded to the smallest coin, but all of
 * them together come to what the drawer kept of the sale, less what of it was exchanged for new goods: no sequence of small
 * refunds pays out more. Only what goes back in cash instead of to a card that does not take it comes on top, rounded for
 * itself.
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
        return handed(sale, refunds, amount, Money.zero(sale.currency()), rounding);
    }

    /**
     * The same where more of the sale's cash is exchanged right before.
     *
     * @param exchanged how much, zero or above
     */
    public static Money handed(Order sale, List<Refund> refunds, Money amount, Money exchanged, CashRounding rounding) {
        Money nothing = Money.zero(sale.currency());
        List<Tender> cash = sale.tenders().stream()
                .filter(t -> t.goesBackAs() == TenderType.CASH)
                .toList();
        Money stays = sum(parts(refunds, CashBack::isExchange), exchanged);
        Money took =
                cash.stream().map(Tender::applied).reduce(nothing, Money::plus).minus(stays);
        Money left = cash.stream()
                .map(t -> t.tendered().minus(t.change()))
                .reduce(nothing, Money::plus)
                .minus(stays)
                .max(nothing);
        // What was exchanged moved no coins, so what is left of it may be no sum of coins.
        boolean exact = stays.isZero() && cash.stream().allMatch(t -> t.type() == TenderType.CASH);
        Money kept = exact ? left : rounding.round(left);
        List<RefundPart> back = parts(refunds, part -> part.type() == TenderType.CASH);
        Money beyond = sum(back, amount).minus(took);
        Money inCoins =
                beyond.isNegative() ? rounding.round(sum(back, amount)).min(kept) : kept.plus(rounding.round(beyond));
        Money before = back.stream().map(RefundPart::handed).reduce(nothing, Money::plus);
        return inCoins.minus(before).max(nothing);
    }

    /** Whether it leaves the sale's cash where it is and pays for new goods with it. */
    private static boolean isExchange(RefundPart part) {
        return part.type() == TenderType.EXCHANGE && part.source() == TenderType.CASH;
    }

    private static List<RefundPart> parts(List<Refund> refunds, Predicate<RefundPart> wanted) {
        return refunds.stream()
                .flatMap(r -> r.parts().stream())
                .filter(p -> p.is(RefundPart.State.RETURNED))
                .filter(wanted)
                .toList();
    }

    private static Money sum(List<RefundPart> parts, Money first) {
        return parts.stream().map(RefundPart::amount).reduce(first, Money::plus);
    }
}
