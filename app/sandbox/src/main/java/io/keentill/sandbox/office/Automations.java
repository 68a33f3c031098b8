package io.keentill.sandbox.office;

import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Automations, their runs and their approvals (API reference B.30). RevKeen publishes no words for their states; these
 * are ours. What an automation's objective asks for is not carried out: a run plans, waits for its approval and ends.
 */
final class Automations {
    /** The kind of stored automations. */
    static final String AUTOMATION = "automation";

    /** The kind of stored runs. */
    static final String RUN = "automation_run";

    /** The kind of stored approvals. */
    static final String APPROVAL = "automation_approval";

    private static final Shape NEW =
            Shape.of(text("name", 255).must(), text("objective", 10_000).must());

    private Automations() {}

    /** Automations: create, list, read, start a run, list and read runs. */
    static Resource automations() {
        Resource automations = Resource.of(AUTOMATION, "/automations").scopes("automations");
        return automations
                .create(NEW, (call, input) -> automation(call.work(), input))
                .list(Paging.P14_AUTOMATIONS, Filter.equal("status"))
                .read()
                .endpoint(
                        "POST",
                        "/automations/{id}/runs",
                        Shape.of(map("trigger_payload")),
                        call -> start(call, automations.found(call)))
                .endpoint("GET", "/automations/{id}/runs", Shape.EMPTY, call -> runs(call, automations.found(call)))
                .endpoint(
                        "GET",
                        "/automations/{id}/runs/{runId}",
                        Shape.EMPTY,
                        call -> run(call, automations.found(call)));
    }

    /** Approvals: list, approve, reject. */
    static Resource approvals() {
        Resource approvals = Resource.of(APPROVAL, "/automations/approvals").scopes("automations");
        return approvals
                .list(Paging.P14_AUTOMATIONS, Filter.equal("status"))
                .endpoint(
                        "POST",
                        "/automations/approvals/{id}/approve",
                        Shape.EMPTY,
                        call -> decide(call, approvals.found(call), true))
                .endpoint(
                        "POST",
                        "/automations/approvals/{id}/reject",
                        Shape.of(text("reason", 1_000)),
                        call -> decide(call, approvals.found(call), false));
    }

    private static ObjectNode automation(Work work, ObjectNode input) {
        ObjectNode made = work.draft("automation");
        Json.copy(input, made, "name");
        made.putNull("description").put("status", "active").put("trigger_type", "manual");
        made.put("timezone", "UTC").putNull("cron_expression").put("risk_profile", "medium");
        made.put("current_version", 1);
        Json.copy(input, made, "objective");
        made.put("created_at", work.nowText()).put("updated_at", work.nowText()).putNull("system_prompt");
        made.putObject("trigger_config");
        ArrayNode plan = made.putArray("plan");
        plan.addObject().put("step_type", "plan").put("name", "Plan the work");
        plan.addObject().put("step_type", "approval").put("name", "Wait for approval");
        plan.addObject().put("step_type", "action").put("name", "Carry out what was approved");
        made.putArray("tool_allowlist");
        made.putObject("approval_policy").put("mode", "always");
        made.putObject("memory_policy").put("mode", "none");
        made.putObject("notification_policy").put("mode", "none");
        made.put("_version_id", work.ids().uuid());
        return made.putNull("source_thread_id").putNull("source_message_id");
    }

    private static Reply start(Call call, ObjectNode automation) {
        ObjectNode run = AutomationRun.started(call.work(), automation, call.input());
        ObjectNode answer = Json.object();
        Json.copy(run, answer, "id", "object", "status", "automation_id");
        answer.put("job_id", Json.need(run, "_job_id"));
        return data(201, answer);
    }

    private static Reply runs(Call call, ObjectNode automation) {
        String id = Json.need(automation, "id");
        Query runs = Query.of(RUN).where("automation_id", id);
        String status = call.param("status");
        if (status != null) {
            runs.where("status", status);
        }
        return Reply.of(200, Paging.P14_AUTOMATIONS.answer(call, runs, "/automations/" + id + "/runs"));
    }

    private static Reply run(Call call, ObjectNode automation) {
        ObjectNode run = call.work().find(RUN, call.id("runId"));
        if (run == null || !Json.need(automation, "id").equals(Json.text(run, "automation_id"))) {
            throw Refusal.missing("automation run", call.id("runId"));
        }
        return data(200, AutomationRun.detail(run, automation));
    }

    private static Reply decide(Call call, ObjectNode approval, boolean approved) {
        String status = Json.need(approval, "status");
        if (!status.equals("pending")) {
            throw Refusal.conflict("conflict", "This approval is already " + status + ".");
        }
        AutomationRun.decided(call.work(), approval, approved, Json.text(call.input(), "reason"));
        ObjectNode answer = Json.object().put("approval_id", Json.need(approval, "id"));
        Json.copy(approval, answer, "run_id", "status");
        return data(200, answer);
    }

    private static Reply data(int status, ObjectNode data) {
        ObjectNode body = Json.object();
        body.set("data", data);
        return Reply.of(status, body);
    }
}
