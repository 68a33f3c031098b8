package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;

/** Body of {@code POST /integrations/{provider}/sync-logs/batch-retry}. */
public final class BatchRetryRequest extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> INTEGRATION_ID = WIRE.member("integrationId");
    private static final Member<String> RESOURCE_TYPE = WIRE.member("resourceType");
    private static final Member<Long> LIMIT = WIRE.member("limit");

    private BatchRetryRequest(Members members) {
        super(members);
    }

    /**
     * With what is required; everything else as the API defaults it.
     *
     * @param integrationId of this integration
     */
    public static BatchRetryRequest of(String integrationId) {
        return new BatchRetryRequest(Members.NONE.with(INTEGRATION_ID, integrationId));
    }

    /** The same with resourceType: of this kind. */
    public BatchRetryRequest withResourceType(String value) {
        return new BatchRetryRequest(members.with(RESOURCE_TYPE, value));
    }

    /** The same with limit: at most so many. */
    public BatchRetryRequest withLimit(Long value) {
        return new BatchRetryRequest(members.with(LIMIT, value));
    }
}
