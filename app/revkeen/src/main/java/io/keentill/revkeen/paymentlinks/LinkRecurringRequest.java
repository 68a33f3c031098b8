package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** How often a price of a payment link is charged. */
public final class LinkRecurringRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<LinkInterval> INTERVAL = WIRE.member("interval");
    private static final Member<Long> INTERVAL_COUNT = WIRE.member("interval_count");

    private LinkRecurringRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param interval the unit
     */
    public static LinkRecurringRequest of(LinkInterval interval) {
        return new LinkRecurringRequest(Members.NONE.with(INTERVAL, interval));
    }

    /** The same with intervalCount: how many of them, 1 unless said. */
    public LinkRecurringRequest withIntervalCount(Long value) {
        return new LinkRecurringRequest(members.with(INTERVAL_COUNT, value));
    }
}
