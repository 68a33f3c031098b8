package io.keentill.revkeen.integrations;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection with another system (section B.31).
 *
 * @param id its id
 * @param provider {@code practicehub}, {@code wodify}, {@code terminal}
 * @param isActive whether it is switched on
 * @param status null when unknown
 * @param lastSyncAt null when never
 * @param lastSyncError null when none
 * @param syncInterval null when not told
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Integration(
        String id,
        String provider,
        boolean isActive,
        @Nullable OpenEnum<IntegrationStatus> status,
        @Nullable Instant lastSyncAt,
        @Nullable String lastSyncError,
        @Nullable SyncInterval syncInterval,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Integration read(Fields f) {
        Fields syncInterval = f.object("sync_interval");
        return new Integration(
                f.needText("id"),
                f.needText("provider"),
                f.flagOr("is_active", false),
                f.word("status", IntegrationStatus.class),
                f.time("last_sync_at"),
                f.text("last_sync_error"),
                syncInterval == null ? null : SyncInterval.read(syncInterval),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
