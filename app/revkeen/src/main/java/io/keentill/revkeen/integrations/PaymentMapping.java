package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Which foreign payment method stands for one of ours. */
public final class PaymentMapping extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> ID = WIRE.member("id");
    private static final Member<String> REVKEEN_METHOD = WIRE.member("revkeenMethod");
    private static final Member<String> PRACTICE_HUB_METHOD_ID = WIRE.member("practiceHubMethodId");

    private PaymentMapping(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param id of the mapping
     * @param revkeenMethod ours
     * @param practiceHubMethodId the foreign one
     */
    public static PaymentMapping of(String id, String revkeenMethod, String practiceHubMethodId) {
        return new PaymentMapping(Members.NONE
                .with(ID, id)
                .with(REVKEEN_METHOD, revkeenMethod)
                .with(PRACTICE_HUB_METHOD_ID, practiceHubMethodId));
    }
}
