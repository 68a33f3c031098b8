package io.keentill.domain.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refundable.Source;
import io.keentill.domain.refund.Refundable.TenderLeft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes money off what is left of a sale's tenders, cards first, then cash, never more than there is. What was taken is not
 * there for the next.
 */
final class Shares {

    private final Map<Source, Money> left = new LinkedHashMap<>();

    /**
     * Of a sale.
     *
     * @param all what is left of it in all, which may be less than its tenders have left together
     */
    Shares(List<TenderLeft> tenders, Money all) {
        for (TenderType type : List.of(TenderType.CARD, TenderType.CASH)) {
            tenders.stream()
                    .filter(t -> t.tender().goesBackAs() == type)
                    .forEach(t -> left.merge(Source.of(t.tender()), t.left(), Money::plus));
        }
        left.replaceAll((source, money) -> money.min(all));
    }

    /** Up to {@code amount} to go back this way. */
    List<RefundPlan.Share> back(Money amount, MoneyBack how) {
        List<RefundPlan.Share> shares = new ArrayList<>();
        Money rest = amount;
        for (Map.Entry<Source, Money> one : left.entrySet()) {
            Money part = rest.min(one.getValue());
            if (Refundable.allows(how, one.getKey().type()) && part.isPositive()) {
                shares.add(new RefundPlan.Share(
                        one.getKey().type(), part, one.getKey().attemptId()));
                one.setValue(one.getValue().minus(part));
                rest = rest.minus(part);
            }
        }
        return shares;
    }

    /** Up to {@code amount} of whatever is left, to pay for new goods. */
    List<RefundPlan.Share> exchange(Money amount) {
        return back(amount, MoneyBack.AS_PAID).stream()
                .map(share -> new RefundPlan.Share(TenderType.EXCHANGE, share.amount(), share.originalAttemptId()))
                .toList();
    }

    /** What they come to. */
    static Money sum(List<RefundPlan.Share> shares, Money nothing) {
        return shares.stream().map(RefundPlan.Share::amount).reduce(nothing, Money::plus);
    }
}
