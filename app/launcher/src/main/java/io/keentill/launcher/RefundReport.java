package io.keentill.launcher;

import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A refund as scripts read it. */
public final class RefundReport {

    private RefundReport() {}

    /** The refund as a JSON object. */
    public static Map<String, Object> of(Refund refund) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", refund.id());
        report.put("reference", refund.reference());
        report.put("number", refund.number());
        report.put("sale", refund.orderReference());
        report.put("receipt", refund.orderReceipt());
        report.put("state", refund.state().name().toLowerCase(Locale.ROOT));
        report.put("returned_minor", refund.returned().minor());
        report.put("tax_minor", refund.tax().minor());
        report.put("currency", refund.currency().getCurrencyCode());
        report.put("parts", refund.parts().stream().map(RefundReport::part).toList());
        return report;
    }

    private static Map<String, Object> part(RefundPart part) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("tender", part.type().name().toLowerCase(Locale.ROOT));
        report.put("amount_minor", part.amount().minor());
        report.put("handed_minor", part.handed().minor());
        report.put("state", part.state().name().toLowerCase(Locale.ROOT));
        return report;
    }
}
