package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /invoices/external/{source}/{id}}, the only way to an itemised invoice. Amounts in minor units.
 *
 * @param customerUuid whose invoice
 * @param currency ISO 4217
 * @param totalMinor to be paid in all
 * @param lineItems in order
 * @param subtotalMinor before discount and tax
 * @param taxMinor tax
 * @param discountMinor taken off
 * @param invoiceNumber the merchant's own
 * @param invoiceDate when it was made out
 * @param dueDate when it is due
 * @param status draft unless said
 * @param notes free
 * @param metadata free
 * @param customFields free
 * @param externalUpdatedAt an older one than stored is ignored
 * @param externalType what it is at its source
 */
public record InvoiceUpsert(
        String customerUuid,
        String currency,
        long totalMinor,
        List<InvoiceLineRequest> lineItems,
        @Nullable Long subtotalMinor,
        @Nullable Long taxMinor,
        @Nullable Long discountMinor,
        @Nullable String invoiceNumber,
        @Nullable Instant invoiceDate,
        @Nullable Instant dueDate,
        @Nullable InvoiceStatus status,
        @Nullable String notes,
        Map<String, Object> metadata,
        Map<String, Object> customFields,
        @Nullable Instant externalUpdatedAt,
        @Nullable String externalType) {

    /** Takes copies of the collections. */
    public InvoiceUpsert {
        lineItems = List.copyOf(lineItems);
        metadata = Json.freeze(metadata);
        customFields = Json.freeze(customFields);
    }

    /** With what is required; everything else as the API defaults it. */
    public static InvoiceUpsert of(
            String customerUuid, String currency, long totalMinor, List<InvoiceLineRequest> lineItems) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                null,
                null);
    }

    /** The same with subtotalMinor: before discount and tax. */
    public InvoiceUpsert withSubtotalMinor(Long value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                value,
                taxMinor,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                dueDate,
                status,
                notes,
                metadata,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with taxMinor: tax. */
    public InvoiceUpsert withTaxMinor(Long value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                value,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                dueDate,
                status,
                notes,
                metadata,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with discountMinor: taken off. */
    public InvoiceUpsert withDiscountMinor(Long value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                value,
                invoiceNumber,
                invoiceDate,
                dueDate,
                status,
                notes,
                metadata,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with invoiceNumber: the merchant's own. */
    public InvoiceUpsert withInvoiceNumber(String value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                value,
                invoiceDate,
                dueDate,
                status,
                notes,
                metadata,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with invoiceDate: when it was made out. */
    public InvoiceUpsert withInvoiceDate(Instant value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                invoiceNumber,
                value,
                dueDate,
                status,
                notes,
                metadata,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with dueDate: when it is due. */
    public InvoiceUpsert withDueDate(Instant value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                value,
                status,
                notes,
                metadata,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with status: draft unless said. */
    public InvoiceUpsert withStatus(InvoiceStatus value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                dueDate,
                value,
                notes,
                metadata,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with notes: free. */
    public InvoiceUpsert withNotes(String value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                dueDate,
                status,
                value,
                metadata,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with metadata: free. */
    public InvoiceUpsert withMetadata(Map<String, Object> value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                dueDate,
                status,
                notes,
                value,
                customFields,
                externalUpdatedAt,
                externalType);
    }

    /** The same with customFields: free. */
    public InvoiceUpsert withCustomFields(Map<String, Object> value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                dueDate,
                status,
                notes,
                metadata,
                value,
                externalUpdatedAt,
                externalType);
    }

    /** The same with externalUpdatedAt: an older one than stored is ignored. */
    public InvoiceUpsert withExternalUpdatedAt(Instant value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                dueDate,
                status,
                notes,
                metadata,
                customFields,
                value,
                externalType);
    }

    /** The same with externalType: what it is at its source. */
    public InvoiceUpsert withExternalType(String value) {
        return new InvoiceUpsert(
                customerUuid,
                currency,
                totalMinor,
                lineItems,
                subtotalMinor,
                taxMinor,
                discountMinor,
                invoiceNumber,
                invoiceDate,
                dueDate,
                status,
                notes,
                metadata,
                customFields,
                externalUpdatedAt,
                value);
    }

    Body body() {
        return new Body()
                .put("customer_uuid", customerUuid)
                .put("currency", currency)
                .put("total_minor", totalMinor)
                .putList("line_items", lineItems, InvoiceLineRequest::body)
                .put("subtotal_minor", subtotalMinor)
                .put("tax_minor", taxMinor)
                .put("discount_minor", discountMinor)
                .put("invoice_number", invoiceNumber)
                .put("invoice_date", invoiceDate)
                .put("due_date", dueDate)
                .put("status", status)
                .put("notes", notes)
                .putMap("metadata", metadata)
                .putMap("custom_fields", customFields)
                .put("external_updated_at", externalUpdatedAt)
                .put("external_type", externalType);
    }
}
