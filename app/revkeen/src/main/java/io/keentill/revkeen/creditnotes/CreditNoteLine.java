package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a credit note (section B.11). Amounts in minor units.
 *
 * @param id uuid
 * @param creditNoteId of which
 * @param invoiceLineItemId the line of the invoice
 * @param description what is credited
 * @param quantity pieces
 * @param unitAmountMinor of one piece
 * @param totalAmountMinor of all
 * @param metadata free
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CreditNoteLine(
        String id,
        String creditNoteId,
        @Nullable String invoiceLineItemId,
        String description,
        long quantity,
        long unitAmountMinor,
        long totalAmountMinor,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static CreditNoteLine read(Fields f) {
        return new CreditNoteLine(
                f.needText("id"),
                f.textOr("credit_note_id", ""),
                f.text("invoice_line_item_id"),
                f.textOr("description", ""),
                f.numberOr("quantity", 0),
                f.numberOr("unit_amount_minor", 0),
                f.numberOr("total_amount_minor", 0),
                f.map("metadata"),
                f.time("created_at"),
                f.extra());
    }
}
