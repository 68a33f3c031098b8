package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /credit_notes}. */
public final class CreditNoteRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<Long> TAX_AMOUNT_MINOR = WIRE.member("tax_amount_minor");
    private static final Member<CreditMethod> CREDIT_METHOD = WIRE.member("credit_method");
    private static final Member<String> REASON = WIRE.member("reason");
    private static final Member<CreditReason> REASON_CODE = WIRE.member("reason_code");
    private static final Member<Boolean> CANCEL_SUBSCRIPTION = WIRE.member("cancel_subscription");
    private static final Member<Boolean> IS_PRORATED = WIRE.member("is_prorated");
    private static final Member<Long> PRORATION_DAYS_TOTAL = WIRE.member("proration_days_total");
    private static final Member<Long> PRORATION_DAYS_UNUSED = WIRE.member("proration_days_unused");
    private static final Member<String> IDEMPOTENCY_KEY = WIRE.member("idempotency_key");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Boolean> AUTO_ROUTE = WIRE.member("auto_route");

    private CreditNoteRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param invoiceId uuid of a paid or partly paid invoice
     * @param amountMinor minor units, 1 to 2,000,000,000
     */
    public static CreditNoteRequest of(String invoiceId, long amountMinor) {
        return new CreditNoteRequest(Members.NONE.with(INVOICE_ID, invoiceId).with(AMOUNT_MINOR, amountMinor));
    }

    /** The same with taxAmountMinor: minor units of it that are tax. */
    public CreditNoteRequest withTaxAmountMinor(Long value) {
        return new CreditNoteRequest(members.with(TAX_AMOUNT_MINOR, value));
    }

    /** The same with creditMethod: refund_to_payment_method unless said. */
    public CreditNoteRequest withCreditMethod(CreditMethod value) {
        return new CreditNoteRequest(members.with(CREDIT_METHOD, value));
    }

    /** The same with reason: up to 500 characters, for people. */
    public CreditNoteRequest withReason(String value) {
        return new CreditNoteRequest(members.with(REASON, value));
    }

    /** The same with reasonCode: why, for programs. */
    public CreditNoteRequest withReasonCode(CreditReason value) {
        return new CreditNoteRequest(members.with(REASON_CODE, value));
    }

    /** The same with cancelSubscription: false unless said. */
    public CreditNoteRequest withCancelSubscription(Boolean value) {
        return new CreditNoteRequest(members.with(CANCEL_SUBSCRIPTION, value));
    }

    /** The same with isProrated: whether it is for part of a period. */
    public CreditNoteRequest withIsProrated(Boolean value) {
        return new CreditNoteRequest(members.with(IS_PRORATED, value));
    }

    /** The same with prorationDaysTotal: 1 to 366. */
    public CreditNoteRequest withProrationDaysTotal(Long value) {
        return new CreditNoteRequest(members.with(PRORATION_DAYS_TOTAL, value));
    }

    /** The same with prorationDaysUnused: 0 to the total. */
    public CreditNoteRequest withProrationDaysUnused(Long value) {
        return new CreditNoteRequest(members.with(PRORATION_DAYS_UNUSED, value));
    }

    /** The same with idempotencyKey: up to 255 characters; a second one is refused with 409. */
    public CreditNoteRequest withIdempotencyKey(String value) {
        return new CreditNoteRequest(members.with(IDEMPOTENCY_KEY, value));
    }

    /** The same with metadata: free. */
    public CreditNoteRequest withMetadata(Map<String, Object> value) {
        return new CreditNoteRequest(members.with(METADATA, value));
    }

    /** The same with autoRoute: whether the gateway or terminal gives the money back at once. */
    public CreditNoteRequest withAutoRoute(Boolean value) {
        return new CreditNoteRequest(members.with(AUTO_ROUTE, value));
    }
}
