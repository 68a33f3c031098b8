package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Body of {@code POST /invoices/{id}/credit-note}. */
public final class InvoiceCredit extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<String> REASON = WIRE.member("reason");
    private static final Member<Long> TAX_AMOUNT_MINOR = WIRE.member("tax_amount_minor");
    private static final Member<CreditMethod> CREDIT_METHOD = WIRE.member("credit_method");
    private static final Member<CreditReason> REASON_CODE = WIRE.member("reason_code");
    private static final Member<Boolean> CANCEL_SUBSCRIPTION = WIRE.member("cancel_subscription");
    private static final Member<Boolean> IS_PRORATED = WIRE.member("is_prorated");
    private static final Member<Long> PRORATION_DAYS_TOTAL = WIRE.member("proration_days_total");
    private static final Member<Long> PRORATION_DAYS_UNUSED = WIRE.member("proration_days_unused");
    private static final Member<String> IDEMPOTENCY_KEY = WIRE.member("idempotency_key");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");
    private static final Member<Boolean> AUTO_ROUTE = WIRE.member("auto_route");

    private InvoiceCredit(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param amountMinor minor units, 1 to 2,000,000,000
     * @param reason up to 500 characters, for people
     */
    public static InvoiceCredit of(long amountMinor, String reason) {
        return new InvoiceCredit(Members.NONE.with(AMOUNT_MINOR, amountMinor).with(REASON, reason));
    }

    /** The same with taxAmountMinor: minor units of it that are tax. */
    public InvoiceCredit withTaxAmountMinor(Long value) {
        return new InvoiceCredit(members.with(TAX_AMOUNT_MINOR, value));
    }

    /** The same with creditMethod: refund_to_payment_method unless said. */
    public InvoiceCredit withCreditMethod(CreditMethod value) {
        return new InvoiceCredit(members.with(CREDIT_METHOD, value));
    }

    /** The same with reasonCode: why, for programs. */
    public InvoiceCredit withReasonCode(CreditReason value) {
        return new InvoiceCredit(members.with(REASON_CODE, value));
    }

    /** The same with cancelSubscription: false unless said. */
    public InvoiceCredit withCancelSubscription(Boolean value) {
        return new InvoiceCredit(members.with(CANCEL_SUBSCRIPTION, value));
    }

    /** The same with isProrated: whether it is for part of a period. */
    public InvoiceCredit withIsProrated(Boolean value) {
        return new InvoiceCredit(members.with(IS_PRORATED, value));
    }

    /** The same with prorationDaysTotal: 1 to 366. */
    public InvoiceCredit withProrationDaysTotal(Long value) {
        return new InvoiceCredit(members.with(PRORATION_DAYS_TOTAL, value));
    }

    /** The same with prorationDaysUnused: 0 to the total. */
    public InvoiceCredit withProrationDaysUnused(Long value) {
        return new InvoiceCredit(members.with(PRORATION_DAYS_UNUSED, value));
    }

    /** The same with idempotencyKey: up to 255 characters; a second one is refused with 409. */
    public InvoiceCredit withIdempotencyKey(String value) {
        return new InvoiceCredit(members.with(IDEMPOTENCY_KEY, value));
    }

    /** The same with metadata: free. */
    public InvoiceCredit withMetadata(Map<String, Object> value) {
        return new InvoiceCredit(members.with(METADATA, value));
    }

    /** The same with autoRoute: whether the gateway or terminal gives the money back at once. */
    public InvoiceCredit withAutoRoute(Boolean value) {
        return new InvoiceCredit(members.with(AUTO_ROUTE, value));
    }
}
