package io.keentill.revkeen.charges;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /charges/{id}/refund}. */
public final class ChargeRefundRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> AMOUNT_MINOR = WIRE.member("amountMinor");
    private static final Member<ChargeRefundReason> REASON = WIRE.member("reason");
    private static final Member<String> NOTES = WIRE.member("notes");

    private ChargeRefundRequest(Members members) {
        super(members);
    }

    /** With nothing set: all that is left. */
    public static ChargeRefundRequest of() {
        return new ChargeRefundRequest(Members.NONE);
    }

    /** The same with amountMinor: minor units; all that is left unless said. */
    public ChargeRefundRequest withAmountMinor(Long value) {
        return new ChargeRefundRequest(members.with(AMOUNT_MINOR, value));
    }

    /** The same with reason: why. */
    public ChargeRefundRequest withReason(ChargeRefundReason value) {
        return new ChargeRefundRequest(members.with(REASON, value));
    }

    /** The same with notes: free. */
    public ChargeRefundRequest withNotes(String value) {
        return new ChargeRefundRequest(members.with(NOTES, value));
    }
}
