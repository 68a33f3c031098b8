package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run in full (section B.30).
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
 * @param automationVersionId of the version that ran
 * @param threadId its conversation
 * @param triggerPayload what it was started with
 * @param version the version that ran
 * @param automation what ran
 * @param steps in order
 * @param extra members of the reply not named here, under their names on the wire
 */
public record RunDetail(
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
        @Nullable String automationVersionId,
        @Nullable String threadId,
        @Nullable Object triggerPayload,
        @Nullable RunVersion version,
        @Nullable RunAutomation automation,
        List<RunStep> steps,
        Map<String, Object> extra) {

    static RunDetail read(Fields f) {
        Fields version = f.object("version");
        Fields automation = f.object("automation");
        return new RunDetail(
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
                f.text("automation_version_id"),
                f.text("thread_id"),
                f.plain("trigger_payload"),
                version == null ? null : RunVersion.read(version),
                automation == null ? null : RunAutomation.read(automation),
                f.list("steps", RunStep::read),
                f.extra());
    }
}
