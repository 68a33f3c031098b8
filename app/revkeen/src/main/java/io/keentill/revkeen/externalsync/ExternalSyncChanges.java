package io.keentill.revkeen.externalsync;

import io.keentill.revkeen.json.Layout;
import io.keentill.revkeen.json.Member;
import io.keentill.revkeen.json.Members;
import io.keentill.revkeen.json.RequestFields;
import java.time.Instant;

/** Body of {@code PUT /sync-state/{source}/{merchantId}/{resourceType}}. */
public final class ExternalSyncChanges extends RequestFields {
    private static final Layout WIRE = new Layout();
    private static final Member<Instant> LAST_SYNC_AT = WIRE.member("lastSyncAt");
    private static final Member<ExternalSyncStatus> LAST_SYNC_STATUS = WIRE.member("lastSyncStatus");
    private static final Member<String> LAST_SYNC_ERROR = WIRE.member("lastSyncError");
    private static final Member<String> CURSOR = WIRE.member("cursor");
    private static final Member<Long> ITEMS_SYNCED = WIRE.member("itemsSynced");

    private ExternalSyncChanges(Members members) {
        super(members);
    }

    /** Nothing yet. */
    public static ExternalSyncChanges empty() {
        return new ExternalSyncChanges(Members.NONE);
    }

    /** The same with lastSyncAt: when it was. */
    public ExternalSyncChanges withLastSyncAt(Instant value) {
        return new ExternalSyncChanges(members.with(LAST_SYNC_AT, value));
    }

    /** The same with lastSyncStatus: how it went. */
    public ExternalSyncChanges withLastSyncStatus(ExternalSyncStatus value) {
        return new ExternalSyncChanges(members.with(LAST_SYNC_STATUS, value));
    }

    /** The same with lastSyncError: what went wrong, clearable. */
    public ExternalSyncChanges withLastSyncError(String value) {
        return new ExternalSyncChanges(members.with(LAST_SYNC_ERROR, value));
    }

    /** The same with lastSyncError cleared. */
    public ExternalSyncChanges withoutLastSyncError() {
        return new ExternalSyncChanges(members.cleared(LAST_SYNC_ERROR));
    }

    /** The same with cursor: where it goes on, clearable. */
    public ExternalSyncChanges withCursor(String value) {
        return new ExternalSyncChanges(members.with(CURSOR, value));
    }

    /** The same with cursor cleared. */
    public ExternalSyncChanges withoutCursor() {
        return new ExternalSyncChanges(members.cleared(CURSOR));
    }

    /** The same with itemsSynced: how many. */
    public ExternalSyncChanges withItemsSynced(Long value) {
        return new ExternalSyncChanges(members.with(ITEMS_SYNCED, value));
    }
}
