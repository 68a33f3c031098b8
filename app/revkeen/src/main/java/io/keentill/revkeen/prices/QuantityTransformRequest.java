package io.keentill.revkeen.prices;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** How a quantity becomes the one that is priced. */
public final class QuantityTransformRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Long> DIVIDE_BY = WIRE.member("divide_by");
    private static final Member<Rounding> ROUND = WIRE.member("round");

    private QuantityTransformRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param divideBy 1 or more
     * @param round which way
     */
    public static QuantityTransformRequest of(long divideBy, Rounding round) {
        return new QuantityTransformRequest(
                Members.NONE.with(DIVIDE_BY, divideBy).with(ROUND, round));
    }
}
