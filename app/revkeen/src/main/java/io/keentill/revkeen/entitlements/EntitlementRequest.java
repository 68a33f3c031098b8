package io.keentill.revkeen.entitlements;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;
import java.util.Map;

/** Body of {@code POST /customers/{id}/entitlements}. */
public final class EntitlementRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> BENEFIT_ID = WIRE.member("benefitId");
    private static final Member<String> BENEFIT_KEY = WIRE.member("benefitKey");
    private static final Member<Instant> EXPIRES_AT = WIRE.member("expiresAt");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private EntitlementRequest(Members members) {
        super(members);
    }

    /**
     * Of the benefit with this id.
     *
     * @param benefitId uuid
     */
    public static EntitlementRequest ofId(String benefitId) {
        return new EntitlementRequest(Members.NONE.with(BENEFIT_ID, benefitId));
    }

    /**
     * Of the benefit with this word.
     *
     * @param benefitKey the benefit's word
     */
    public static EntitlementRequest ofKey(String benefitKey) {
        return new EntitlementRequest(Members.NONE.with(BENEFIT_KEY, benefitKey));
    }

    /** The same with benefitId: uuid. */
    public EntitlementRequest withBenefitId(String value) {
        return new EntitlementRequest(members.with(BENEFIT_ID, value));
    }

    /** The same with benefitKey: the benefit's word. */
    public EntitlementRequest withBenefitKey(String value) {
        return new EntitlementRequest(members.with(BENEFIT_KEY, value));
    }

    /** The same with expiresAt: without it never. */
    public EntitlementRequest withExpiresAt(Instant value) {
        return new EntitlementRequest(members.with(EXPIRES_AT, value));
    }

    /** The same with metadata: free. */
    public EntitlementRequest withMetadata(Map<String, Object> value) {
        return new EntitlementRequest(members.with(METADATA, value));
    }
}
