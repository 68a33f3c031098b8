package io.keentill.revkeen.entitlements;

import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Filters of {@code GET /customers/{id}/entitlements} and {@code GET /entitlements}. */
public final class EntitlementQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Boolean> INCLUDE_EXPIRED = WIRE.member("includeExpired");
    private static final Member<String> BENEFIT_TYPE = WIRE.member("benefitType");
    private static final Member<String> CATEGORY = WIRE.member("category");

    private EntitlementQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static EntitlementQuery any() {
        return new EntitlementQuery(Members.NONE);
    }

    /** The same with includeExpired: whether what has ended is told, too. */
    public EntitlementQuery withIncludeExpired(Boolean value) {
        return new EntitlementQuery(members.with(INCLUDE_EXPIRED, value));
    }

    /** The same with benefitType: only these. */
    public EntitlementQuery withBenefitType(String value) {
        return new EntitlementQuery(members.with(BENEFIT_TYPE, value));
    }

    /** The same with category: only these. */
    public EntitlementQuery withCategory(String value) {
        return new EntitlementQuery(members.with(CATEGORY, value));
    }

    /** What is set, for the list that spells its parameters in snake_case. */
    Paths.Query snake() {
        return new Paths.Query()
                .put("include_expired", members.get(INCLUDE_EXPIRED))
                .put("benefit_type", members.get(BENEFIT_TYPE))
                .put("category", members.get(CATEGORY));
    }
}
