package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.util.Map;

/** Which of our products stands for a foreign item. */
public final class ProductMappingRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> EXTERNAL_ID = WIRE.member("externalId");
    private static final Member<String> INTERNAL_ID = WIRE.member("internalId");
    private static final Member<Map<String, Object>> METADATA = WIRE.member("metadata");

    private ProductMappingRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param externalId the foreign item
     * @param internalId our product
     */
    public static ProductMappingRequest of(String externalId, String internalId) {
        return new ProductMappingRequest(
                Members.NONE.with(EXTERNAL_ID, externalId).with(INTERNAL_ID, internalId));
    }

    /** The same with metadata: name, type and charge_type of the foreign item. */
    public ProductMappingRequest withMetadata(Map<String, Object> value) {
        return new ProductMappingRequest(members.with(METADATA, value));
    }
}
