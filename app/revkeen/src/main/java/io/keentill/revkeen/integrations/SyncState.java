package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far one kind of thing is synchronised (section B.31).
 *
 * @param resourceType what
 * @param lastSyncAt null when never
 * @param lastSyncStatus how it went
 * @param itemsProcessed how many
 * @param lastSyncError null when none
 * @param cursor where it goes on
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SyncState(
        String resourceType,
        @Nullable Instant lastSyncAt,
        @Nullable String lastSyncStatus,
        @Nullable Long itemsProcessed,
        @Nullable String lastSyncError,
        @Nullable String cursor,
        Map<String, Object> extra) {

    static SyncState read(Fields f) {
        return new SyncState(
                f.needText("resource_type"),
                f.time("last_sync_at"),
                f.text("last_sync_status"),
                f.number("items_processed"),
                f.text("last_sync_error"),
                f.text("cursor"),
                f.extra());
    }
}
