package io.keentill.revkeen.schedules;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** What a phase is to sell. */
public final class SchedulePhaseItemRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> PRICE_ID = WIRE.member("price_id");
    private static final Member<Long> QUANTITY = WIRE.member("quantity");

    private SchedulePhaseItemRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param priceId uuid
     */
    public static SchedulePhaseItemRequest of(String priceId) {
        return new SchedulePhaseItemRequest(Members.NONE.with(PRICE_ID, priceId));
    }

    /** The same with quantity: 1 or more, 1 unless said. */
    public SchedulePhaseItemRequest withQuantity(Long value) {
        return new SchedulePhaseItemRequest(members.with(QUANTITY, value));
    }
}
