package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * An invoice after a credit note. Amounts in minor units.
 *
 * @param newAmountDueMinor still to be paid
 * @param newAmountCreditedMinor credited in all
 * @param wouldLeaveOutstanding whether something stays to be paid
 * @param extra members of the reply not named here, under their names on the wire
 */
public record AfterCredit(
        long newAmountDueMinor, long newAmountCreditedMinor, boolean wouldLeaveOutstanding, Map<String, Object> extra) {

    static AfterCredit read(Fields f) {
        return new AfterCredit(
                f.numberOr("new_amount_due_minor", 0),
                f.numberOr("new_amount_credited_minor", 0),
                f.flagOr("would_leave_outstanding", false),
                f.extra());
    }
}
