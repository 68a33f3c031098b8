package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Filters of {@code GET /integrations/{provider}/sync-logs}. */
public final class SyncLogQuery extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<String> INTEGRATION_ID = WIRE.member("integrationId");
    private static final Member<String> RESOURCE_TYPE = WIRE.member("resourceType");
    private static final Member<SyncLogStatus> STATUS = WIRE.member("status");
    private static final Member<SyncJobType> JOB_TYPE = WIRE.member("jobType");
    private static final Member<Instant> CREATED_AFTER = WIRE.member("createdAfter");
    private static final Member<Instant> CREATED_BEFORE = WIRE.member("createdBefore");
    private static final Member<Boolean> LATEST_ONLY = WIRE.member("latestOnly");

    private SyncLogQuery(Members members) {
        super(members);
    }

    /** No filter. */
    public static SyncLogQuery any() {
        return new SyncLogQuery(Members.NONE);
    }

    /** The same with integrationId: of this integration. */
    public SyncLogQuery withIntegrationId(String value) {
        return new SyncLogQuery(members.with(INTEGRATION_ID, value));
    }

    /** The same with resourceType: of this kind. */
    public SyncLogQuery withResourceType(String value) {
        return new SyncLogQuery(members.with(RESOURCE_TYPE, value));
    }

    /** The same with status: only these. */
    public SyncLogQuery withStatus(SyncLogStatus value) {
        return new SyncLogQuery(members.with(STATUS, value));
    }

    /** The same with jobType: only these. */
    public SyncLogQuery withJobType(SyncJobType value) {
        return new SyncLogQuery(members.with(JOB_TYPE, value));
    }

    /** The same with createdAfter: from this time on. */
    public SyncLogQuery withCreatedAfter(Instant value) {
        return new SyncLogQuery(members.with(CREATED_AFTER, value));
    }

    /** The same with createdBefore: up to this time. */
    public SyncLogQuery withCreatedBefore(Instant value) {
        return new SyncLogQuery(members.with(CREATED_BEFORE, value));
    }

    /** The same with latestOnly: only the newest of each thing. */
    public SyncLogQuery withLatestOnly(Boolean value) {
        return new SyncLogQuery(members.with(LATEST_ONLY, value));
    }
}
