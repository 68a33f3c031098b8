package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run that was asked for (section B.30).
 *
 * @param id of the run
 * @param status not published
 * @param automationId what runs
 * @param jobId of the job behind it
 * @param extra members of the reply not named here, under their names on the wire
 */
public record StartedRun(
        String id,
        @Nullable String status,
        @Nullable String automationId,
        @Nullable String jobId,
        Map<String, Object> extra) {

    static StartedRun read(Fields f) {
        return new StartedRun(f.needText("id"), f.text("status"), f.text("automation_id"), f.text("job_id"), f.extra());
    }
}
