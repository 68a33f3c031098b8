package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A credit note (section B.11). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param creditNoteNumber for people
 * @param invoiceId what is credited
 * @param customerId who is credited
 * @param amountMinor in all
 * @param taxAmountMinor of it tax
 * @param currency ISO 4217
 * @param status see C.6
 * @param reason for people
 * @param reasonCode for programs
 * @param creditMethod where the money goes
 * @param pdfUrl where it can be read
 * @param issuedAt null until issued
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param gatewayOperations with {@code auto_route}: what was started, in a form that the API leaves open
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CreditNote(
        String id,
        @Nullable String creditNoteNumber,
        String invoiceId,
        @Nullable String customerId,
        long amountMinor,
        @Nullable Long taxAmountMinor,
        String currency,
        OpenEnum<CreditNoteStatus> status,
        @Nullable String reason,
        @Nullable OpenEnum<CreditReason> reasonCode,
        @Nullable OpenEnum<CreditMethod> creditMethod,
        @Nullable String pdfUrl,
        @Nullable Instant issuedAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        List<Map<String, Object>> gatewayOperations,
        Map<String, Object> extra) {

    /** For the resource classes. */
    public static CreditNote read(Fields f) {
        return new CreditNote(
                f.needText("id"),
                f.text("credit_note_number"),
                f.textOr("invoice_id", ""),
                f.text("customer_id"),
                f.needNumber("amount_minor"),
                f.number("tax_amount_minor"),
                f.textOr("currency", ""),
                f.needWord("status", CreditNoteStatus.class),
                f.text("reason"),
                f.word("reason_code", CreditReason.class),
                f.word("credit_method", CreditMethod.class),
                f.text("pdf_url"),
                f.time("issued_at"),
                f.time("created_at"),
                f.time("updated_at"),
                f.list("gateway_operations", Fields::all),
                f.extra());
    }
}
