package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an invoice can be credited (section B.10). Amounts in minor units.
 *
 * @param canCredit whether
 * @param maxCreditableMinor how much at most
 * @param totalCreditedMinor credited so far
 * @param invoiceTotalMinor what the invoice is over
 * @param reason why not
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CreditEligibility(
        boolean canCredit,
        long maxCreditableMinor,
        long totalCreditedMinor,
        long invoiceTotalMinor,
        @Nullable String reason,
        Map<String, Object> extra) {

    static CreditEligibility read(Fields f) {
        return new CreditEligibility(
                f.flagOr("can_credit", false),
                f.numberOr("max_creditable_minor", 0),
                f.numberOr("total_credited_minor", 0),
                f.numberOr("invoice_total_minor", 0),
                f.text("reason"),
                f.extra());
    }
}
