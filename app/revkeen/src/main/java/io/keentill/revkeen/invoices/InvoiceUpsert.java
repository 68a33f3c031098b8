package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /invoices/external/{source}/{id}}, the only way to an itemised invoice. Amounts in minor units.
 */
public final class InvoiceUpsert extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_UUID = WIRE.member("customer_uuid");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Long> TOTAL_MINOR = WIRE.member("total_minor");
    private static final Member<List<InvoiceLineRequest>> LINE_ITEMS = WIRE.member("line_items");
    private static final Member<Long> SUBTOTAL_MINOR = WIRE.member("subtotal_minor");
    private static final Member<Long> TAX_MINOR = WIRE.member("tax_minor");
    private static final Member<Long> DISCOUNT_MINOR = WIRE.member("discount_minor");
    private static final Member<String> INVOICE_NUMBER = WIRE.member("invoice_number");
    private static final Member<Instant> INVOICE_DATE = WIRE.member("invoice_date");
    private static final Member<Instant> DUE_DATE = WIRE.member("due_date");
    private static final Member<InvoiceStatus> STATUS = WIRE.member("status");
    private static final Member<String> NOTES = WIRE.member("notes");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Map<String, Object>> CUSTOM_FIELDS = WIRE.member("custom_fields");
    private static final Member<SubscriptionTermsRequest> SUBSCRIPTION_TERMS = WIRE.member("subscription_terms");
    private static final Member<CustomerReference> CUSTOMER_EXTERNAL_REF = WIRE.member("customer_external_ref");
    private static final Member<Instant> EXTERNAL_UPDATED_AT = WIRE.member("external_updated_at");
    private static final Member<String> EXTERNAL_TYPE = WIRE.member("external_type");

    private InvoiceUpsert(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param customerUuid whose invoice
     * @param currency ISO 4217
     * @param totalMinor to be paid in all
     * @param lineItems in order
     */
    public static InvoiceUpsert of(
            String customerUuid, String currency, long totalMinor, List<InvoiceLineRequest> lineItems) {
        return new InvoiceUpsert(Members.NONE
                .with(CUSTOMER_UUID, customerUuid)
                .with(CURRENCY, currency)
                .with(TOTAL_MINOR, totalMinor)
                .with(LINE_ITEMS, lineItems));
    }

    /** The same for a customer who is known by a foreign id. */
    public static InvoiceUpsert forCustomer(
            CustomerReference customer, String currency, long totalMinor, List<InvoiceLineRequest> lineItems) {
        return new InvoiceUpsert(Members.NONE
                .with(CUSTOMER_EXTERNAL_REF, customer)
                .with(CURRENCY, currency)
                .with(TOTAL_MINOR, totalMinor)
                .with(LINE_ITEMS, lineItems));
    }

    /** The same with subscriptionTerms: the subscription that it begins. */
    public InvoiceUpsert withSubscriptionTerms(SubscriptionTermsRequest value) {
        return new InvoiceUpsert(members.with(SUBSCRIPTION_TERMS, value));
    }

    /** The same with subtotalMinor: before discount and tax. */
    public InvoiceUpsert withSubtotalMinor(Long value) {
        return new InvoiceUpsert(members.with(SUBTOTAL_MINOR, value));
    }

    /** The same with taxMinor: tax. */
    public InvoiceUpsert withTaxMinor(Long value) {
        return new InvoiceUpsert(members.with(TAX_MINOR, value));
    }

    /** The same with discountMinor: taken off. */
    public InvoiceUpsert withDiscountMinor(Long value) {
        return new InvoiceUpsert(members.with(DISCOUNT_MINOR, value));
    }

    /** The same with invoiceNumber: the merchant's own. */
    public InvoiceUpsert withInvoiceNumber(String value) {
        return new InvoiceUpsert(members.with(INVOICE_NUMBER, value));
    }

    /** The same with invoiceDate: when it was made out. */
    public InvoiceUpsert withInvoiceDate(Instant value) {
        return new InvoiceUpsert(members.with(INVOICE_DATE, value));
    }

    /** The same with dueDate: when it is due. */
    public InvoiceUpsert withDueDate(Instant value) {
        return new InvoiceUpsert(members.with(DUE_DATE, value));
    }

    /** The same with status: draft unless said. */
    public InvoiceUpsert withStatus(InvoiceStatus value) {
        return new InvoiceUpsert(members.with(STATUS, value));
    }

    /** The same with notes: free. */
    public InvoiceUpsert withNotes(String value) {
        return new InvoiceUpsert(members.with(NOTES, value));
    }

    /** The same with metadata: free. */
    public InvoiceUpsert withMetadata(Map<String, Object> value) {
        return new InvoiceUpsert(members.with(METADATA, value));
    }

    /** The same with customFields: free. */
    public InvoiceUpsert withCustomFields(Map<String, Object> value) {
        return new InvoiceUpsert(members.with(CUSTOM_FIELDS, value));
    }

    /** The same with externalUpdatedAt: an older one than stored is ignored. */
    public InvoiceUpsert withExternalUpdatedAt(Instant value) {
        return new InvoiceUpsert(members.with(EXTERNAL_UPDATED_AT, value));
    }

    /** The same with externalType: what it is at its source. */
    public InvoiceUpsert withExternalType(String value) {
        return new InvoiceUpsert(members.with(EXTERNAL_TYPE, value));
    }

    /** To be paid in all, minor units. */
    public long totalMinor() {
        return members.need(TOTAL_MINOR);
    }

    /** Its lines, in order. */
    public List<InvoiceLineRequest> lineItems() {
        return members.need(LINE_ITEMS);
    }

    /** Before discount and tax, minor units; null when not said. */
    public @Nullable Long subtotalMinor() {
        return members.get(SUBTOTAL_MINOR);
    }
}
