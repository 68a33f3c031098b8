package io.keentill.revkeen.invoices;

import io.keentill.revkeen.http.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Filters of {@code GET /invoices}.
 *
 * @param status only these
 * @param customerId uuid
 */
public record InvoiceQuery(
        @Nullable InvoiceStatus status, @Nullable String customerId) {

    /** No filter. */
    public static InvoiceQuery any() {
        return new InvoiceQuery(null, null);
    }

    /** The same with status: only these. */
    public InvoiceQuery withStatus(InvoiceStatus value) {
        return new InvoiceQuery(value, customerId);
    }

    /** The same with customerId: uuid. */
    public InvoiceQuery withCustomerId(String value) {
        return new InvoiceQuery(status, value);
    }

    Paths.Query query() {
        return new Paths.Query().put("status", status).put("customerId", customerId);
    }
}
