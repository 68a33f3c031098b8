package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An automation (section B.30). Its words are not published, so they are texts.
 *
 * @param id its id
 * @param name as given
 * @param description what it does
 * @param status not published
 * @param triggerType what starts it
 * @param timezone of its schedule
 * @param cronExpression its schedule
 * @param riskProfile not published
 * @param currentVersion number or id, not published
 * @param objective what it is to achieve
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param systemPrompt what guides it
 * @param triggerConfig untyped in the API
 * @param plan untyped in the API
 * @param toolAllowlist untyped in the API
 * @param approvalPolicy untyped in the API
 * @param memoryPolicy untyped in the API
 * @param notificationPolicy untyped in the API
 * @param sourceThreadId where it was asked for
 * @param sourceMessageId where it was asked for
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Automation(
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String status,
        @Nullable String triggerType,
        @Nullable String timezone,
        @Nullable String cronExpression,
        @Nullable String riskProfile,
        @Nullable Object currentVersion,
        @Nullable String objective,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String systemPrompt,
        @Nullable Object triggerConfig,
        @Nullable Object plan,
        @Nullable Object toolAllowlist,
        @Nullable Object approvalPolicy,
        @Nullable Object memoryPolicy,
        @Nullable Object notificationPolicy,
        @Nullable String sourceThreadId,
        @Nullable String sourceMessageId,
        Map<String, Object> extra) {

    static Automation read(Fields f) {
        return new Automation(
                f.needText("id"),
                f.text("name"),
                f.text("description"),
                f.text("status"),
                f.text("trigger_type"),
                f.text("timezone"),
                f.text("cron_expression"),
                f.text("risk_profile"),
                f.plain("current_version"),
                f.text("objective"),
                f.time("created_at"),
                f.time("updated_at"),
                f.text("system_prompt"),
                f.plain("trigger_config"),
                f.plain("plan"),
                f.plain("tool_allowlist"),
                f.plain("approval_policy"),
                f.plain("memory_policy"),
                f.plain("notification_policy"),
                f.text("source_thread_id"),
                f.text("source_message_id"),
                f.extra());
    }
}
