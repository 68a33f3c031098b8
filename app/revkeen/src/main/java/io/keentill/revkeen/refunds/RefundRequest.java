package io.keentill.revkeen.refunds;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /refunds}. */
public final class RefundRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> PAYMENT_ID = WIRE.member("payment_id");
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amount_minor");
    private static final Member<RefundReason> REASON = WIRE.member("reason");
    private static final Member<String> REASON_DETAILS = WIRE.member("reason_details");

    private RefundRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param paymentId uuid of a payment; not of a terminal payment
     */
    public static RefundRequest of(String paymentId) {
        return new RefundRequest(Members.NONE.with(PAYMENT_ID, paymentId));
    }

    /** The same with amountMinor: minor units, above zero; all that is left unless said. */
    public RefundRequest withAmountMinor(Long value) {
        return new RefundRequest(members.with(AMOUNT_MINOR, value));
    }

    /** The same with reason: why. */
    public RefundRequest withReason(RefundReason value) {
        return new RefundRequest(members.with(REASON, value));
    }

    /** The same with reasonDetails: up to 500 characters. */
    public RefundRequest withReasonDetails(String value) {
        return new RefundRequest(members.with(REASON_DETAILS, value));
    }
}
