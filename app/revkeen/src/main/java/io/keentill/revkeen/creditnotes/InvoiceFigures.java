package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * An invoice before a credit note. Amounts in minor units.
 *
 * @param id uuid
 * @param totalMinor in all
 * @param amountPaidMinor paid so far
 * @param amountDueMinor still to be paid
 * @param previouslyCreditedMinor credited so far
 * @param maxCreditableMinor how much more at most
 * @param extra members of the reply not named here, under their names on the wire
 */
public record InvoiceFigures(
        String id,
        long totalMinor,
        long amountPaidMinor,
        long amountDueMinor,
        long previouslyCreditedMinor,
        long maxCreditableMinor,
        Map<String, Object> extra) {

    static InvoiceFigures read(Fields f) {
        return new InvoiceFigures(
                f.textOr("id", ""),
                f.numberOr("total_minor", 0),
                f.numberOr("amount_paid_minor", 0),
                f.numberOr("amount_due_minor", 0),
                f.numberOr("previously_credited_minor", 0),
                f.numberOr("max_creditable_minor", 0),
                f.extra());
    }
}
