package io.keentill.sandbox.office;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run on its way: queued, running, awaiting_approval, then running again and completed, or canceled when it is
 * rejected, or failed. An approval that nobody decides within a day expires and fails its run. A trigger payload of
 * {@code {"simulate":"failure"}} makes the carrying out fail, so that callers can be tried against it.
 */
final class AutomationRun {
    /** How long an approval waits for its decision. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private static final String STEPS = "_steps";

    private AutomationRun() {}

    /** A new run of {@code automation}, stored. */
    static ObjectNode started(Work work, ObjectNode automation, ObjectNode input) {
        ObjectNode run = work.draft("automation_run");
        run.put("automation_id", Json.need(automation, "id"));
        run.put("automation_name", Json.need(automation, "name"));
        run.put("status", "queued")
                .put("trigger_source", "api")
                .putNull("summary")
                .putNull("error_message");
        run.put("created_at", work.nowText()).putNull("started_at").putNull("completed_at");
        run.put("_job_id", work.ids().uuid());
        run.set("_trigger_payload", input.has("trigger_payload") ? input.get("trigger_payload") : Json.object());
        ArrayNode steps = run.putArray(STEPS);
        for (JsonNode planned : automation.path("plan")) {
            ObjectNode step = steps.addObject().put("id", work.ids().uuid());
            step.put("step_index", steps.size() - 1);
            Json.copy((ObjectNode) planned, step, "step_type", "name");
            step.put("status", "pending").putNull("started_at").putNull("completed_at");
        }
        Due.at(run, work.now().plus(Due.STEP));
        work.insert(Automations.RUN, run);
        return run;
    }

    /** The long form of a run. */
    static ObjectNode detail(ObjectNode run, ObjectNode automation) {
        ObjectNode detail = io.keentill.sandbox.api.Resource.visible(run);
        String version = Json.need(automation, "_version_id");
        detail.put("automation_version_id", version).putNull("thread_id");
        detail.set("trigger_payload", run.path("_trigger_payload"));
        ObjectNode of = detail.putObject("version").put("id", version);
        of.set("version", automation.path("current_version"));
        of.set("objective", automation.path("objective"));
        Json.copy(automation, detail.putObject("automation"), "id", "name", "status", "trigger_type", "risk_profile");
        detail.set("steps", run.path(STEPS));
        return detail;
    }

    /** Takes the next step. */
    static void step(Work work, ObjectNode run) {
        switch (Json.need(run, "status")) {
            case "queued" -> {
                run.put("status", "running").put("started_at", work.nowText());
                mark(work, run, 0, "running");
                Due.next(run);
            }
            case "running" -> {
                if (Json.has(run, "_approved")) {
                    carryOut(work, run);
                } else {
                    askApproval(work, run);
                }
            }
            default -> expire(work, run);
        }
    }

    /** Writes a decision down and lets the run follow it. */
    static void decided(Work work, ObjectNode approval, boolean approved, @Nullable String reason) {
        ObjectNode run = work.find(Automations.RUN, Json.need(approval, "run_id"));
        if (run == null) {
            throw new IllegalStateException("an approval without its run");
        }
        if (approved) {
            approval.put("status", "approved").put("approved_at", work.nowText());
            run.put("status", "running").put("_approved", true);
            mark(work, run, 1, "completed");
            mark(work, run, 2, "running");
            Due.at(run, work.now().plus(Due.STEP));
        } else {
            approval.put("status", "rejected").put("rejection_reason", reason);
            mark(work, run, 1, "rejected");
            run.put("summary", "Rejected" + (reason == null ? "." : ": " + reason));
            end(work, run, "canceled");
        }
        approval.put("run_status", Json.need(run, "status"));
        work.save(Automations.APPROVAL, approval);
        work.save(Automations.RUN, run);
    }

    private static void askApproval(Work work, ObjectNode run) {
        mark(work, run, 0, "completed");
        mark(work, run, 1, "running");
        run.put("status", "awaiting_approval");
        ObjectNode approval = work.draft("automation_approval").put("run_id", Json.need(run, "id"));
        Json.copy(run, approval, "automation_id", "automation_name");
        approval.put("run_status", "awaiting_approval");
        Json.copy(run, approval, "trigger_source");
        approval.put("status", "pending").put("action_summary", "Carry out: " + Json.text(run, "automation_name"));
        ObjectNode action = approval.putArray("actions_json").addObject().put("type", "automation");
        action.set("input", run.path("_trigger_payload"));
        approval.putNull("approved_by_user_id").putNull("approved_at").putNull("rejection_reason");
        approval.put("created_at", work.nowText()).put("updated_at", work.nowText());
        work.insert(Automations.APPROVAL, approval);
        Due.at(run, work.now().plus(PATIENCE));
    }

    private static void carryOut(Work work, ObjectNode run) {
        boolean fails = "failure".equals(Json.text(run.path("_trigger_payload"), "simulate"));
        mark(work, run, 2, fails ? "failed" : "completed");
        if (fails) {
            run.put("error_message", "The trigger payload asked for a failure.");
        } else {
            run.put("summary", "Carried out as approved.");
        }
        end(work, run, fails ? "failed" : "completed");
        approval(work, run).forEach(approval -> {
            approval.put("run_status", Json.need(run, "status"));
            work.save(Automations.APPROVAL, approval);
        });
    }

    private static void expire(Work work, ObjectNode run) {
        mark(work, run, 1, "failed");
        run.put("error_message", "Nobody decided within " + PATIENCE.toHours() + " hours.");
        end(work, run, "failed");
        approval(work, run).forEach(approval -> {
            approval.put("status", "expired").put("run_status", "failed");
            work.save(Automations.APPROVAL, approval);
        });
    }

    private static java.util.List<ObjectNode> approval(Work work, ObjectNode run) {
        return Query.of(Automations.APPROVAL)
                .where("run_id", Json.need(run, "id"))
                .all(work.tx());
    }

    private static void end(Work work, ObjectNode run, String status) {
        run.put("status", status).put("completed_at", work.nowText());
        Due.never(run);
    }

    private static void mark(Work work, ObjectNode run, int index, String status) {
        ObjectNode step = (ObjectNode) run.path(STEPS).get(index);
        step.put("status", status);
        step.put(status.equals("running") ? "started_at" : "completed_at", work.nowText());
    }
}
