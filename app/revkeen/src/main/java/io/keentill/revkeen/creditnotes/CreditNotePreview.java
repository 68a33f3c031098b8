package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a credit note would do (section B.11). Amounts in minor units.
 *
 * @param invoiceId uuid
 * @param proposedAmountMinor in all
 * @param proposedTaxAmountMinor of it tax
 * @param currency ISO 4217
 * @param invoice as the invoice is now
 * @param afterCredit as it would be
 * @param exceedsMaxCreditable whether it would be refused
 * @param creditMethod where the money would go
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CreditNotePreview(
        String invoiceId,
        long proposedAmountMinor,
        @Nullable Long proposedTaxAmountMinor,
        String currency,
        InvoiceFigures invoice,
        AfterCredit afterCredit,
        boolean exceedsMaxCreditable,
        @Nullable OpenEnum<CreditMethod> creditMethod,
        Map<String, Object> extra) {

    static CreditNotePreview read(Fields f) {
        return new CreditNotePreview(
                f.textOr("invoice_id", ""),
                f.numberOr("proposed_amount_minor", 0),
                f.number("proposed_tax_amount_minor"),
                f.textOr("currency", ""),
                InvoiceFigures.read(f.needObject("invoice")),
                AfterCredit.read(f.needObject("after_credit")),
                f.flagOr("exceeds_max_creditable", false),
                f.word("credit_method", CreditMethod.class),
                f.extra());
    }
}
