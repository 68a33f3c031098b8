package io.keentill.engine.book;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.store.InvoiceRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.View;
import java.util.Optional;

/**
 * Which invoice at RevKeen a sale of this till is on: one that was there before, or the one that the till's own first step
 * made (API reference B.10).
 */
public final class SaleInvoice {

    private SaleInvoice() {}

    /** RevKeen's id of it; empty while RevKeen was not told of the sale. */
    public static Optional<String> idOf(View view, String saleId) {
        Optional<String> paid = view.invoices().of(saleId).map(InvoiceRow::invoiceId);
        return paid.isPresent() ? paid : view.outboxRemote(saleId, OutboxKind.INVOICE.key());
    }

    /** The paid sale of this till that is on this invoice; the latest, should there be several. */
    public static Optional<String> saleOn(View view, String invoiceId) {
        Optional<String> made =
                view.outboxByRemote(OutboxKind.INVOICE.key(), invoiceId).map(OutboxRow::saleId);
        return made.isPresent()
                ? made
                : view.invoices().takes(invoiceId).reversed().stream()
                        .flatMap(row -> view.order(row.orderId()).stream())
                        .filter(order -> order.state() == OrderState.PAID)
                        .map(Order::id)
                        .findFirst();
    }
}
