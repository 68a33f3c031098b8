package io.keentill.revkeen.creditnotes;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /credit_notes/preview}. */
public final class CreditPreviewRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> INVOICE_ID = WIRE.member("invoice_id");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<Long> TAX_AMOUNT_MINOR = WIRE.member("tax_amount_minor");
    private static final Member<CreditMethod> CREDIT_METHOD = WIRE.member("credit_method");
    private static final Member<CreditReason> REASON_CODE = WIRE.member("reason_code");

    private CreditPreviewRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param invoiceId uuid
     * @param amountMinor minor units, 1 or more
     */
    public static CreditPreviewRequest of(String invoiceId, long amountMinor) {
        return new CreditPreviewRequest(Members.NONE.with(INVOICE_ID, invoiceId).with(AMOUNT_MINOR, amountMinor));
    }

    /** The same with taxAmountMinor: minor units of it that are tax. */
    public CreditPreviewRequest withTaxAmountMinor(Long value) {
        return new CreditPreviewRequest(members.with(TAX_AMOUNT_MINOR, value));
    }

    /** The same with creditMethod: refund_to_payment_method unless said. */
    public CreditPreviewRequest withCreditMethod(CreditMethod value) {
        return new CreditPreviewRequest(members.with(CREDIT_METHOD, value));
    }

    /** The same with reasonCode: why. */
    public CreditPreviewRequest withReasonCode(CreditReason value) {
        return new CreditPreviewRequest(members.with(REASON_CODE, value));
    }
}
