package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What customers owe, by age (section B.28).
 *
 * @param asOfDate what it is about
 * @param buckets youngest first
 * @param totalOutstanding minor units
 * @param totalInvoices how many invoices
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ReceivablesAging(
        @Nullable Instant asOfDate,
        List<AgingBucket> buckets,
        BigDecimal totalOutstanding,
        long totalInvoices,
        Map<String, Object> extra) {

    static ReceivablesAging read(Fields f) {
        return new ReceivablesAging(
                f.time("as_of_date"),
                f.list("buckets", AgingBucket::read),
                f.needDecimal("total_outstanding"),
                f.numberOr("total_invoices", 0),
                f.extra());
    }
}
