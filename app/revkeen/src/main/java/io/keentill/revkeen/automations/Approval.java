package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that an automation may not do without being allowed to (section B.30).
 *
 * @param id of the approval
 * @param runId the run that waits
 * @param automationId what runs
 * @param automationName its name
 * @param runStatus not published
 * @param triggerSource who or what started the run
 * @param status not published
 * @param actionSummary what it wants to do
 * @param actionsJson the same, untyped in the API
 * @param approvedByUserId who allowed it
 * @param approvedAt when
 * @param rejectionReason why not
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Approval(
        String id,
        @Nullable String runId,
        @Nullable String automationId,
        @Nullable String automationName,
        @Nullable String runStatus,
        @Nullable String triggerSource,
        @Nullable String status,
        @Nullable String actionSummary,
        @Nullable Object actionsJson,
        @Nullable String approvedByUserId,
        @Nullable Instant approvedAt,
        @Nullable String rejectionReason,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Approval read(Fields f) {
        return new Approval(
                f.needText("id"),
                f.text("run_id"),
                f.text("automation_id"),
                f.text("automation_name"),
                f.text("run_status"),
                f.text("trigger_source"),
                f.text("status"),
                f.text("action_summary"),
                f.plain("actions_json"),
                f.text("approved_by_user_id"),
                f.time("approved_at"),
                f.text("rejection_reason"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
