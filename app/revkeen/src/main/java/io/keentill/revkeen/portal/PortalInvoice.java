package io.keentill.revkeen.portal;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as its customer sees it. Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param invoiceNumber null for a draft
 * @param status where it stands; the words are those of invoices (section C.3)
 * @param currency ISO 4217
 * @param subtotal before discount and tax
 * @param taxAmount tax
 * @param discountAmount taken off
 * @param total to be paid in all
 * @param amountPaid paid so far
 * @param amountDue still to be paid
 * @param invoiceDate of the invoice
 * @param dueDate until when it is to be paid
 * @param paidAt null until paid
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PortalInvoice(
        String id,
        @Nullable String invoiceNumber,
        String status,
        @Nullable String currency,
        @Nullable Long subtotal,
        @Nullable Long taxAmount,
        @Nullable Long discountAmount,
        long total,
        long amountPaid,
        @Nullable Long amountDue,
        @Nullable Instant invoiceDate,
        @Nullable Instant dueDate,
        @Nullable Instant paidAt,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static PortalInvoice read(Fields f) {
        return new PortalInvoice(
                f.needText("id"),
                f.text("invoice_number"),
                f.textOr("status", ""),
                f.text("currency"),
                f.number("subtotal"),
                f.number("tax_amount"),
                f.number("discount_amount"),
                f.needNumber("total"),
                f.numberOr("amount_paid", 0),
                f.number("amount_due"),
                f.time("invoice_date"),
                f.time("due_date"),
                f.time("paid_at"),
                f.time("created_at"),
                f.extra());
    }
}
