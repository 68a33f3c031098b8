package io.keentill.launcher;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.refund.NoReceiptReturn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A return without a receipt as scripts read it. */
public final class ReturnReport {

    private ReturnReport() {}

    /** The return as a JSON object; amounts in minor units. */
    public static Map<String, Object> of(NoReceiptReturn back) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", back.id());
        report.put("reference", back.reference());
        report.put("number", back.number());
        report.put("at", back.at().toString());
        report.put("total_minor", back.total().minor());
        report.put("tax_minor", back.totals().tax().minor());
        report.put("handed_minor", back.handed().minor());
        report.put("currency", back.currency().getCurrencyCode());
        report.put("reason", back.reason());
        report.put("operator", back.operator());
        report.put("approved_by", back.approvedBy());
        report.put("goods", back.lines().stream().map(ReturnReport::line).toList());
        return report;
    }

    private static Map<String, @Nullable Object> line(OrderLine line) {
        Money shelf = line.shelfPrice();
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("sku", line.sku());
        report.put("name", line.name());
        report.put("quantity", line.quantity().toString());
        report.put("unit_price_minor", line.unitPrice().minor());
        report.put("catalogue_price_minor", (shelf == null ? line.unitPrice() : shelf).minor());
        return report;
    }
}
