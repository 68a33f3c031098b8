package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One period of a revenue series (section B.28).
 *
 * @param date the period, as the API names it
 * @param revenue minor units, which may be a fraction
 * @param invoiceCount how many invoices made it
 * @param avgInvoiceValue minor units
 * @param extra members of the reply not named here, under their names on the wire
 */
public record RevenuePoint(
        String date,
        BigDecimal revenue,
        long invoiceCount,
        @Nullable BigDecimal avgInvoiceValue,
        Map<String, Object> extra) {

    static RevenuePoint read(Fields f) {
        return new RevenuePoint(
                f.needText("date"),
                f.needDecimal("revenue"),
                f.numberOr("invoice_count", 0),
                f.decimal("avg_invoice_value"),
                f.extra());
    }
}
