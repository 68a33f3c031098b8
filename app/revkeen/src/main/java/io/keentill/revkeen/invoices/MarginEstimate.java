package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * What each way of paying an invoice would cost (section B.10).
 *
 * @param invoiceId uuid
 * @param amountMinor minor units of the currency
 * @param currency ISO 4217
 * @param estimates one for each way
 * @param extra members of the reply not named here, under their names on the wire
 */
public record MarginEstimate(
        String invoiceId, long amountMinor, String currency, List<RailEstimate> estimates, Map<String, Object> extra) {

    static MarginEstimate read(Fields f) {
        return new MarginEstimate(
                f.textOr("invoice_id", ""),
                f.numberOr("amount_minor", 0),
                f.textOr("currency", ""),
                f.list("estimates", RailEstimate::read),
                f.extra());
    }
}
