package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of an automation (section B.30).
 *
 * @param id of the run
 * @param automationId what ran
 * @param automationName its name then
 * @param status not published
 * @param triggerSource who or what started it
 * @param summary what came of it
 * @param errorMessage what went wrong
 * @param createdAt UTC
 * @param startedAt UTC
 * @param completedAt null while it runs
 * @param extra members of the reply not named here, under their names on the wire
 */
public record AutomationRun(
        String id,
        @Nullable String automationId,
        @Nullable String automationName,
        @Nullable String status,
        @Nullable String triggerSource,
        @Nullable String summary,
        @Nullable String errorMessage,
        @Nullable Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        Map<String, Object> extra) {

    static AutomationRun read(Fields f) {
        return new AutomationRun(
                f.needText("id"),
                f.text("automation_id"),
                f.text("automation_name"),
                f.text("status"),
                f.text("trigger_source"),
                f.text("summary"),
                f.text("error_message"),
                f.time("created_at"),
                f.time("started_at"),
                f.time("completed_at"),
                f.extra());
    }
}
