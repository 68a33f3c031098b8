package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Body of {@code POST /invoices}: an invoice without lines. {@link InvoiceUpsert} makes an itemised one. */
public final class InvoiceRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> CUSTOMER_UUID = WIRE.member("customer_uuid");
    private static final Member<Long> TOTAL_MINOR = WIRE.member("total_minor");
    private static final Member<String> CURRENCY = WIRE.member("currency");
    private static final Member<String> INVOICE_NUMBER = WIRE.member("invoice_number");
    private static final Member<Instant> DUE_DATE = WIRE.member("due_date");
    private static final Member<InvoiceStatus> STATUS = WIRE.member("status");
    private static final Member<Map<String, Object>> CUSTOM_FIELDS = WIRE.member("custom_fields");
    private static final Member<SubscriptionTermsRequest> SUBSCRIPTION_TERMS = WIRE.member("subscription_terms");
    private static final Member<List<PaymentRail>> ALLOWED_METHODS = WIRE.member("allowed_methods");

    private InvoiceRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param customerUuid whose invoice
     * @param totalMinor minor units, 0 or more
     * @param currency ISO 4217
     */
    public static InvoiceRequest of(String customerUuid, long totalMinor, String currency) {
        return new InvoiceRequest(Members.NONE
                .with(CUSTOMER_UUID, customerUuid)
                .with(TOTAL_MINOR, totalMinor)
                .with(CURRENCY, currency));
    }

    /** The same with invoiceNumber: the merchant's own. */
    public InvoiceRequest withInvoiceNumber(String value) {
        return new InvoiceRequest(members.with(INVOICE_NUMBER, value));
    }

    /** The same with dueDate: when it is due. */
    public InvoiceRequest withDueDate(Instant value) {
        return new InvoiceRequest(members.with(DUE_DATE, value));
    }

    /** The same with status: draft unless said. */
    public InvoiceRequest withStatus(InvoiceStatus value) {
        return new InvoiceRequest(members.with(STATUS, value));
    }

    /** The same with customFields: free. */
    public InvoiceRequest withCustomFields(Map<String, Object> value) {
        return new InvoiceRequest(members.with(CUSTOM_FIELDS, value));
    }

    /** The same with subscriptionTerms: the subscription that it begins. */
    public InvoiceRequest withSubscriptionTerms(SubscriptionTermsRequest value) {
        return new InvoiceRequest(members.with(SUBSCRIPTION_TERMS, value));
    }

    /** The same with allowedMethods: the only ways to pay it. */
    public InvoiceRequest withAllowedMethods(List<PaymentRail> value) {
        return new InvoiceRequest(members.with(ALLOWED_METHODS, value));
    }
}
