package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer in figures (section B.28); amounts in minor units.
 *
 * @param customerId uuid
 * @param totalRevenue so far
 * @param totalInvoices how many
 * @param avgInvoiceValue per invoice
 * @param outstandingBalance still to be paid
 * @param paymentHistory untyped in the API
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CustomerFigures(
        String customerId,
        BigDecimal totalRevenue,
        long totalInvoices,
        @Nullable BigDecimal avgInvoiceValue,
        @Nullable BigDecimal outstandingBalance,
        List<Map<String, Object>> paymentHistory,
        Map<String, Object> extra) {

    static CustomerFigures read(Fields f) {
        return new CustomerFigures(
                f.needText("customer_id"),
                f.needDecimal("total_revenue"),
                f.numberOr("total_invoices", 0),
                f.decimal("avg_invoice_value"),
                f.decimal("outstanding_balance"),
                f.list("payment_history", Fields::all),
                f.extra());
    }
}
