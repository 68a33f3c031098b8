package io.keentill.engine.book;

import io.keentill.domain.order.Order;
import io.keentill.domain.text.Sentence;
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
    public static Optional<Sentence> problem(View view, Order order, Instant now) {
        if (!order.settlesInvoice()) {
            return Optional.empty();
        }
        InvoiceRow row = view.invoices().of(order.id()).orElseThrow();
        if (row.word() == InvoiceRow.Word.STOPPED) {
            return Optional.of(Objects.requireNonNullElse(
                    row.why(),
                    Sentence.of("book.invoice-cannot-be-paid-here", "Invoice {0} cannot be paid here.", row.number())));
        }
        boolean fresh = Duration.between(row.askedAt(), now).abs().compareTo(FRESH) <= 0;
        return fresh
                ? Optional.empty()
                : Optional.of(Sentence.of(
                        "book.revkeen-has-not-been-asked-about",
                        "RevKeen has not been asked about invoice {0} just now. Go back to the sale and"
                                + " pay again; it is asked then.",
                        row.number()));
    }
}
