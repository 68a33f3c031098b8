package io.keentill.revkeen.schedules;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A phase to plan. */
public final class SchedulePhaseRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<List<SchedulePhaseItemRequest>> ITEMS = WIRE.member("items");
    private static final Member<Instant> START_DATE = WIRE.member("start_date");
    private static final Member<Instant> END_DATE = WIRE.member("end_date");
    private static final Member<PhaseProration> PRORATION_BEHAVIOR = WIRE.member("proration_behavior");
    private static final Member<String> BILLING_CYCLE_ANCHOR = WIRE.member("billing_cycle_anchor");
    private static final Member<String> DEFAULT_PAYMENT_METHOD = WIRE.member("default_payment_method");
    private static final Member<CollectionMethod> COLLECTION_METHOD = WIRE.member("collection_method");
    private static final Member<String> COUPON = WIRE.member("coupon");
    private static final Member<Instant> TRIAL_END = WIRE.member("trial_end");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private SchedulePhaseRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param items at least one
     * @param startDate when it begins
     */
    public static SchedulePhaseRequest of(List<SchedulePhaseItemRequest> items, Instant startDate) {
        return new SchedulePhaseRequest(Members.NONE.with(ITEMS, items).with(START_DATE, startDate));
    }

    /** The same with endDate: when it ends; open unless said. */
    public SchedulePhaseRequest withEndDate(Instant value) {
        return new SchedulePhaseRequest(members.with(END_DATE, value));
    }

    /** The same with prorationBehavior: how the change into it is charged. */
    public SchedulePhaseRequest withProrationBehavior(PhaseProration value) {
        return new SchedulePhaseRequest(members.with(PRORATION_BEHAVIOR, value));
    }

    /** The same with billingCycleAnchor: what billing dates count from. */
    public SchedulePhaseRequest withBillingCycleAnchor(String value) {
        return new SchedulePhaseRequest(members.with(BILLING_CYCLE_ANCHOR, value));
    }

    /** The same with defaultPaymentMethod: pm_ id or uuid. */
    public SchedulePhaseRequest withDefaultPaymentMethod(String value) {
        return new SchedulePhaseRequest(members.with(DEFAULT_PAYMENT_METHOD, value));
    }

    /** The same with collectionMethod: how it is collected. */
    public SchedulePhaseRequest withCollectionMethod(CollectionMethod value) {
        return new SchedulePhaseRequest(members.with(COLLECTION_METHOD, value));
    }

    /** The same with coupon: discount code. */
    public SchedulePhaseRequest withCoupon(String value) {
        return new SchedulePhaseRequest(members.with(COUPON, value));
    }

    /** The same with trialEnd: trial until then. */
    public SchedulePhaseRequest withTrialEnd(Instant value) {
        return new SchedulePhaseRequest(members.with(TRIAL_END, value));
    }

    /** The same with metadata: free. */
    public SchedulePhaseRequest withMetadata(Map<String, Object> value) {
        return new SchedulePhaseRequest(members.with(METADATA, value));
    }
}
