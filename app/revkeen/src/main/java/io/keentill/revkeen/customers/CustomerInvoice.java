package io.keentill.revkeen.customers;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a customer's list (section B.8).
 *
 * @param id uuid
 * @param customerId whose invoice
 * @param invoiceNumber given when finalized
 * @param status see C.3
 * @param totalMinor minor units of the currency
 * @param currency ISO 4217
 * @param dueDate null when at once
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CustomerInvoice(
        String id,
        String customerId,
        @Nullable String invoiceNumber,
        OpenEnum<InvoiceStatus> status,
        long totalMinor,
        String currency,
        @Nullable Instant dueDate,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static CustomerInvoice read(Fields f) {
        return new CustomerInvoice(
                f.needText("id"),
                f.textOr("customer_id", ""),
                f.text("invoice_number"),
                f.needWord("status", InvoiceStatus.class),
                f.needNumber("total_minor"),
                f.textOr("currency", ""),
                f.time("due_date"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
