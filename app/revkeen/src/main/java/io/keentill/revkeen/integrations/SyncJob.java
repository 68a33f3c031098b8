package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A synchronisation that was started (section B.31).
 *
 * @param success whether it was
 * @param jobId of the job
 * @param message for people
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SyncJob(
        boolean success, @Nullable String jobId, @Nullable String message, Map<String, Object> extra) {

    static SyncJob read(Fields f) {
        return new SyncJob(f.flagOr("success", false), f.text("job_id"), f.text("message"), f.extra());
    }
}
