package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * How the payments of an invoice can be given back (section B.11). Amounts in minor units.
 *
 * @param invoiceId uuid
 * @param totalAmountMinor what the invoice is over
 * @param totalPaidMinor paid so far
 * @param totalCreditedMinor credited so far
 * @param maxCreditableMinor how much more at most
 * @param eligible whether it can be credited
 * @param payments each with its ways back
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CreditOptions(
        String invoiceId,
        long totalAmountMinor,
        long totalPaidMinor,
        long totalCreditedMinor,
        long maxCreditableMinor,
        boolean eligible,
        List<PaymentOptions> payments,
        Map<String, Object> extra) {

    static CreditOptions read(Fields f) {
        return new CreditOptions(
                f.textOr("invoice_id", ""),
                f.numberOr("total_amount_minor", 0),
                f.numberOr("total_paid_minor", 0),
                f.numberOr("total_credited_minor", 0),
                f.numberOr("max_creditable_minor", 0),
                f.flagOr("eligible", false),
                f.list("payments", PaymentOptions::read),
                f.extra());
    }
}
