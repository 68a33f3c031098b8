package io.keentill.store;

import io.keentill.domain.text.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The invoice at RevKeen that a sale pays.
 *
 * @param orderId the sale
 * @param invoiceId RevKeen's id of the invoice
 * @param number its number for people
 * @param word what RevKeen said of it last
 * @param why why it cannot be paid, or why RevKeen could not be asked; null where it can
 * @param askedAt when that was, by this till's clock
 */
public record InvoiceRow(
        String orderId,
        String invoiceId,
        String number,
        Word word,
        @Nullable Sentence why,
        Instant askedAt) {

    /** What RevKeen said. */
    public enum Word {
        /** It is open for exactly the sale's total. */
        CLEAR,
        /** Nothing: it could not be asked. */
        SILENT,
        /** It cannot be paid as it was taken in. */
        STOPPED
    }

    /** The same with what RevKeen has just said. */
    public InvoiceRow said(Word now, @Nullable Sentence reason, Instant at) {
        return new InvoiceRow(orderId, invoiceId, number, now, reason, at);
    }
}
