package io.keentill.revkeen.externalsync;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far another system has synchronised one kind of thing (section B.31).
 *
 * @param id of the row
 * @param merchantId whose
 * @param provider which system
 * @param resourceType what
 * @param lastSyncAt null when never
 * @param lastSyncStatus how it went
 * @param lastSyncError null when none
 * @param cursor where it goes on
 * @param itemsSynced how many
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ExternalSyncState(
        String id,
        @Nullable String merchantId,
        @Nullable String provider,
        String resourceType,
        @Nullable Instant lastSyncAt,
        @Nullable OpenEnum<ExternalSyncStatus> lastSyncStatus,
        @Nullable String lastSyncError,
        @Nullable String cursor,
        @Nullable Long itemsSynced,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static ExternalSyncState read(Fields f) {
        return new ExternalSyncState(
                f.needText("id"),
                f.text("merchant_id"),
                f.text("provider"),
                f.needText("resource_type"),
                f.time("last_sync_at"),
                f.word("last_sync_status", ExternalSyncStatus.class),
                f.text("last_sync_error"),
                f.text("cursor"),
                f.number("items_synced"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
