package io.keentill.engine.book;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.Refund;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The claim of a refund: the credit note that RevKeen is sent before anything goes back (API reference B.11). RevKeen
 * refuses one for more than is left of what was paid, so of two tills that want the same money one is refused.
 */
public final class RefundClaim {

    private static final Set<String> BACK =
            Set.of(OutboxKind.CREDIT.key(), OutboxKind.CREDIT_VOID.key(), OutboxKind.CARD_BACK.key());

    private RefundClaim() {}

    /** Whether RevKeen knows all of this sale and so can say what is left of it, and nothing stands in the way. */
    public static boolean isPossible(View view, Order sale) {
        List<OutboxRow> rows = view.outboxOf(sale.id());
        return SaleInvoice.idOf(view, sale.id()).isPresent()
                && rows.stream().noneMatch(row -> row.state() == OutboxState.TASK)
                && rows.stream().filter(row -> !BACK.contains(row.kind())).allMatch(r -> r.state() == OutboxState.DONE);
    }

    /** The row that tells RevKeen of a refund, the latest if it was told anew; empty if none is planned. */
    public static Optional<OutboxRow> row(View view, Refund refund) {
        return view.outboxOf(refund.orderId()).stream()
                .filter(row ->
                        row.kind().equals(OutboxKind.CREDIT.key()) && row.ref().equals(refund.id()))
                .reduce((earlier, later) -> later);
    }

    /** The same, if RevKeen refuses it. */
    public static Optional<OutboxRow> refused(View view, Refund refund) {
        return row(view, refund).filter(row -> row.state() == OutboxState.TASK);
    }
}
