package io.keentill.engine.book;

import io.keentill.domain.order.Order;
import io.keentill.store.InvoiceRow;
import io.keentill.store.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether money may be taken for an invoice: only right after RevKeen was asked about it, so that nobody pays what somebody
 * else has paid meanwhile. Sales of goods always may.
 */
public final class InvoiceGate {

    /** For so long what RevKeen said stands. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private InvoiceGate() {}

    /** Why no money may be taken for this order now, in words for people; empty if it may. */
    public static Optional<String> problem(View view, Order order, Instant now) {
        if (!order.settlesInvoice()) {
            return Optional.empty();
        }
        InvoiceRow row = view.invoices().of(order.id()).orElseThrow();
        if (row.word() == InvoiceRow.Word.STOPPED) {
            return Optional.of(
                    Objects.requireNonNullElse(row.why(), "Invoice " + row.number() + " cannot be paid here."));
        }
        boolean fresh = Duration.between(row.askedAt(), now).abs().compareTo(FRESH) <= 0;
        return fresh
                ? Optional.empty()
                : Optional.of("RevKeen has not been asked about invoice " + row.number()
                        + " just now. Go back to the sale and pay again; it is asked then.");
    }
}
