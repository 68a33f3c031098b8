package io.keentill.revkeen.voids;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /voids}. */
public final class VoidRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> PAYMENT_ID = WIRE.member("payment_id");
    private static final Member<String> REASON = WIRE.member("reason");
    private static final Member<VoidReason> REASON_CODE = WIRE.member("reason_code");

    private VoidRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param paymentId uuid of an unsettled payment; not of a terminal payment
     */
    public static VoidRequest of(String paymentId) {
        return new VoidRequest(Members.NONE.with(PAYMENT_ID, paymentId));
    }

    /** The same with reason: up to 500 characters. */
    public VoidRequest withReason(String value) {
        return new VoidRequest(members.with(REASON, value));
    }

    /** The same with reasonCode: why. */
    public VoidRequest withReasonCode(VoidReason value) {
        return new VoidRequest(members.with(REASON_CODE, value));
    }
}
