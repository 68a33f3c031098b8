package io.keentill.revkeen.invoices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.LocalDate;

/** The subscription that an invoice is to begin. */
public final class SubscriptionTermsRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<CollectionMethod> COLLECTION_METHOD = WIRE.member("collection_method");
    private static final Member<StartMode> START_MODE = WIRE.member("start_mode");
    private static final Member<DurationType> DURATION_TYPE = WIRE.member("duration_type");
    private static final Member<FirstPaymentBehavior> FIRST_PAYMENT_BEHAVIOR = WIRE.member("first_payment_behavior");
    private static final Member<LocalDate> START_DATE = WIRE.member("start_date");
    private static final Member<Long> DURATION_COUNT = WIRE.member("duration_count");
    private static final Member<LocalDate> END_DATE = WIRE.member("end_date");

    private SubscriptionTermsRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param collectionMethod how it is paid
     * @param startMode when it starts
     * @param durationType how long it lasts
     * @param firstPaymentBehavior when the first period is charged
     */
    public static SubscriptionTermsRequest of(
            CollectionMethod collectionMethod,
            StartMode startMode,
            DurationType durationType,
            FirstPaymentBehavior firstPaymentBehavior) {
        return new SubscriptionTermsRequest(Members.NONE
                .with(COLLECTION_METHOD, collectionMethod)
                .with(START_MODE, startMode)
                .with(DURATION_TYPE, durationType)
                .with(FIRST_PAYMENT_BEHAVIOR, firstPaymentBehavior));
    }

    /** The same with startDate: for a specific date. */
    public SubscriptionTermsRequest withStartDate(LocalDate value) {
        return new SubscriptionTermsRequest(members.with(START_DATE, value));
    }

    /** The same with durationCount: cycles, for fixed cycles. */
    public SubscriptionTermsRequest withDurationCount(Long value) {
        return new SubscriptionTermsRequest(members.with(DURATION_COUNT, value));
    }

    /** The same with endDate: for an end date. */
    public SubscriptionTermsRequest withEndDate(LocalDate value) {
        return new SubscriptionTermsRequest(members.with(END_DATE, value));
    }
}
