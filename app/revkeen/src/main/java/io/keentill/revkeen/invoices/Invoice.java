package io.keentill.revkeen.invoices;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice (section B.10). It shows neither its lines nor what is still due.
 *
 * @param id uuid
 * @param customerUuid whose invoice
 * @param invoiceNumber given when finalized
 * @param totalMinor minor units of the currency
 * @param currency ISO 4217
 * @param status see C.3
 * @param allowedMethods card, direct_debit, pay_by_bank, in_store; empty is all
 * @param dueDate null when at once
 * @param customFields free
 * @param externalSource where it came from
 * @param externalType what it is there
 * @param externalId its id there
 * @param subscriptionTerms the subscription that it begins
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Invoice(
        String id,
        String customerUuid,
        @Nullable String invoiceNumber,
        long totalMinor,
        String currency,
        OpenEnum<InvoiceStatus> status,
        List<String> allowedMethods,
        @Nullable Instant dueDate,
        Map<String, Object> customFields,
        @Nullable String externalSource,
        @Nullable String externalType,
        @Nullable String externalId,
        @Nullable SubscriptionTerms subscriptionTerms,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Invoice read(Fields f) {
        return new Invoice(
                f.needText("id"),
                f.textOr("customer_uuid", ""),
                f.text("invoice_number"),
                f.needNumber("total_minor"),
                f.needText("currency"),
                f.needWord("status", InvoiceStatus.class),
                f.texts("allowed_methods"),
                f.time("due_date"),
                f.map("custom_fields"),
                f.text("external_source"),
                f.text("external_type"),
                f.text("external_id"),
                SubscriptionTerms.readOrNull(f.object("subscription_terms")),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
