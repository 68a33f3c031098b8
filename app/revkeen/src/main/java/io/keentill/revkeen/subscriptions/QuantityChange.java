package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Body of {@code POST /subscriptions/{id}/change-quantity}, in camelCase. */
public final class QuantityChange extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> NEW_QUANTITY = WIRE.member("newQuantity");
    private static final Member<ProrationBehavior> PRORATION_BEHAVIOR = WIRE.member("prorationBehavior");
    private static final Member<Instant> EFFECTIVE_DATE = WIRE.member("effectiveDate");
    private static final Member<String> REASON = WIRE.member("reason");

    private QuantityChange(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param newQuantity 1 or more
     */
    public static QuantityChange of(long newQuantity) {
        return new QuantityChange(Members.NONE.with(NEW_QUANTITY, newQuantity));
    }

    /** The same with prorationBehavior: how the difference is charged. */
    public QuantityChange withProrationBehavior(ProrationBehavior value) {
        return new QuantityChange(members.with(PRORATION_BEHAVIOR, value));
    }

    /** The same with effectiveDate: now unless said. */
    public QuantityChange withEffectiveDate(Instant value) {
        return new QuantityChange(members.with(EFFECTIVE_DATE, value));
    }

    /** The same with reason: free. */
    public QuantityChange withReason(String value) {
        return new QuantityChange(members.with(REASON, value));
    }
}
