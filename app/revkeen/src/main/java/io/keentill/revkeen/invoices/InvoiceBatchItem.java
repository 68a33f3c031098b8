package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One invoice of a batch. Amounts in minor units. */
public final class InvoiceBatchItem extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> EXTERNAL_ID = WIRE.member("external_id");
    private static final Member<Long> TOTAL_MINOR = WIRE.member("total_minor");
    private static final Member<String> CUSTOMER_UUID = WIRE.member("customer_uuid");
    private static final Member<CustomerReference> CUSTOMER_EXTERNAL_REF = WIRE.member("customer_external_ref");
    private static final Member<String> INVOICE_NUMBER = WIRE.member("invoice_number");
    private static final Member<Long> SUBTOTAL_MINOR = WIRE.member("subtotal_minor");
    private static final Member<Long> TAX_MINOR = WIRE.member("tax_minor");
    private static final Member<Long> DISCOUNT_MINOR = WIRE.member("discount_minor");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<Instant> INVOICE_DATE = WIRE.member("invoice_date");
    private static final Member<Instant> DUE_DATE = WIRE.member("due_date");
    private static final Member<InvoiceStatus> STATUS = WIRE.member("status");
    private static final Member<List<InvoiceLineRequest>> LINE_ITEMS = WIRE.member("line_items");
    private static final Member<String> NOTES = WIRE.member("notes");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<SubscriptionTermsRequest> SUBSCRIPTION_TERMS = WIRE.member("subscription_terms");
    private static final Member<Instant> EXTERNAL_UPDATED_AT = WIRE.member("external_updated_at");
    private static final Member<String> EXTERNAL_TYPE = WIRE.member("external_type");

    private InvoiceBatchItem(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param externalId its id at its source
     * @param totalMinor to be paid in all
     */
    public static InvoiceBatchItem of(String externalId, long totalMinor) {
        return new InvoiceBatchItem(Members.NONE.with(EXTERNAL_ID, externalId).with(TOTAL_MINOR, totalMinor));
    }

    /** The same with customerUuid: whose invoice. */
    public InvoiceBatchItem withCustomerUuid(String value) {
        return new InvoiceBatchItem(members.with(CUSTOMER_UUID, value));
    }

    /** The same with customerExternalRef: whose invoice, by a foreign id. */
    public InvoiceBatchItem withCustomerExternalRef(CustomerReference value) {
        return new InvoiceBatchItem(members.with(CUSTOMER_EXTERNAL_REF, value));
    }

    /** The same with invoiceNumber: the merchant's own. */
    public InvoiceBatchItem withInvoiceNumber(String value) {
        return new InvoiceBatchItem(members.with(INVOICE_NUMBER, value));
    }

    /** The same with subtotalMinor: before discount and tax. */
    public InvoiceBatchItem withSubtotalMinor(Long value) {
        return new InvoiceBatchItem(members.with(SUBTOTAL_MINOR, value));
    }

    /** The same with taxMinor: tax. */
    public InvoiceBatchItem withTaxMinor(Long value) {
        return new InvoiceBatchItem(members.with(TAX_MINOR, value));
    }

    /** The same with discountMinor: taken off. */
    public InvoiceBatchItem withDiscountMinor(Long value) {
        return new InvoiceBatchItem(members.with(DISCOUNT_MINOR, value));
    }

    /** The same with currency: ISO 4217. */
    public InvoiceBatchItem withCurrency(String value) {
        return new InvoiceBatchItem(members.with(CURRENCY, value));
    }

    /** The same with invoiceDate: when it was made out. */
    public InvoiceBatchItem withInvoiceDate(Instant value) {
        return new InvoiceBatchItem(members.with(INVOICE_DATE, value));
    }

    /** The same with dueDate: when it is due. */
    public InvoiceBatchItem withDueDate(Instant value) {
        return new InvoiceBatchItem(members.with(DUE_DATE, value));
    }

    /** The same with status: draft unless said. */
    public InvoiceBatchItem withStatus(InvoiceStatus value) {
        return new InvoiceBatchItem(members.with(STATUS, value));
    }

    /** The same with lineItems: in order. */
    public InvoiceBatchItem withLineItems(List<InvoiceLineRequest> value) {
        return new InvoiceBatchItem(members.with(LINE_ITEMS, value));
    }

    /** The same with notes: free. */
    public InvoiceBatchItem withNotes(String value) {
        return new InvoiceBatchItem(members.with(NOTES, value));
    }

    /** The same with metadata: free. */
    public InvoiceBatchItem withMetadata(Map<String, Object> value) {
        return new InvoiceBatchItem(members.with(METADATA, value));
    }

    /** The same with subscriptionTerms: the subscription that it begins. */
    public InvoiceBatchItem withSubscriptionTerms(SubscriptionTermsRequest value) {
        return new InvoiceBatchItem(members.with(SUBSCRIPTION_TERMS, value));
    }

    /** The same with externalUpdatedAt: an older one than stored is skipped. */
    public InvoiceBatchItem withExternalUpdatedAt(Instant value) {
        return new InvoiceBatchItem(members.with(EXTERNAL_UPDATED_AT, value));
    }

    /** The same with externalType: what it is at its source. */
    public InvoiceBatchItem withExternalType(String value) {
        return new InvoiceBatchItem(members.with(EXTERNAL_TYPE, value));
    }
}
