package io.keentill.engine.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import java.util.ArrayList;
import java.util.List;

/**
 * A sale of another till, as RevKeen shows it. It is never stored here; only its refunds are.
 *
 * @param sale lines as RevKeen has them, taxes within the prices and not told apart; its tenders are not what was paid but
 *     what may still go back, to a card and in cash
 * @param invoiceId RevKeen's invoice of it
 */
public record ForeignSale(Order sale, String invoiceId) {

    /** All that may still go back. */
    public Money left() {
        return sale.paid();
    }

    /** Without what of it went back here and RevKeen does not know yet. */
    ForeignSale less(Money card, Money cash) {
        List<Tender> left = new ArrayList<>();
        for (Tender tender : sale.tenders()) {
            Money gone = tender.type() == TenderType.CARD ? card : cash;
            if (tender.applied().compareTo(gone) > 0) {
                left.add(still(tender.id(), tender.type(), tender.applied().minus(gone), tender));
            }
        }
        return new ForeignSale(with(sale, left), invoiceId);
    }

    private static Tender still(String id, TenderType type, Money amount, Tender like) {
        Money nothing = Money.zero(amount.currency());
        return new Tender(id, type, amount, amount, nothing, nothing, null, like.takenAt());
    }

    private static Order with(Order sale, List<Tender> tenders) {
        return new Order(
                sale.id(),
                sale.reference(),
                OrderState.PAID,
                sale.currency(),
                sale.lines(),
                null,
                tenders,
                sale.operator(),
                sale.openedAt(),
                null,
                sale.receiptNumber(),
                sale.closedAt());
    }
}
