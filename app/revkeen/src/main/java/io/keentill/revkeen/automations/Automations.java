package io.keentill.revkeen.automations;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Automations, their runs and what they ask leave for (section B.30). */
public final class Automations {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Automations(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /automations}, scope automations:write; 400, 401. */
    @Endpoint("POST /automations")
    public ApiCall<Automation> create(String name, String objective) {
        return caller.prepare(
                "POST",
                Paths.of("automations"),
                new Body().put("name", name).put("objective", objective),
                Automation::read);
    }

    /** {@code GET /automations}, scope automations:read; the newest, up to the page size; 401. */
    @Endpoint("GET /automations")
    public Listing<Automation> list(AutomationQuery filter) {
        return caller.list(Paths.of("automations"), Paths.Query.of(filter), Envelope.LIMITED, Automation::read);
    }

    /** {@code GET /automations/{id}}, scope automations:read; 404. */
    @Endpoint("GET /automations/{id}")
    public ApiResult<Automation> get(String id) {
        return caller.get(Paths.of("automations", id), Automation::read);
    }

    /** {@code POST /automations/{id}/runs}, scope automations:write; {@code triggerPayload} may be empty; 404. */
    @Endpoint("POST /automations/{id}/runs")
    public ApiCall<StartedRun> run(String id, Map<String, Object> triggerPayload) {
        return caller.prepare(
                "POST",
                Paths.of("automations", id, "runs"),
                new Body().put("trigger_payload", triggerPayload.isEmpty() ? null : triggerPayload),
                StartedRun::read);
    }

    /** {@code GET /automations/{id}/runs}, scope automations:read; the newest, up to the page size; 404. */
    @Endpoint("GET /automations/{id}/runs")
    public Listing<AutomationRun> runs(String id, AutomationQuery filter) {
        return caller.list(
                Paths.of("automations", id, "runs"), Paths.Query.of(filter), Envelope.LIMITED, AutomationRun::read);
    }

    /** {@code GET /automations/{id}/runs/{runId}}, scope automations:read; 404. */
    @Endpoint("GET /automations/{id}/runs/{runId}")
    public ApiResult<RunDetail> run(String id, String runId) {
        return caller.get(Paths.of("automations", id, "runs", runId), RunDetail::read);
    }

    /** {@code GET /automations/approvals}, scope automations:read; the newest, up to the page size; 401. */
    @Endpoint("GET /automations/approvals")
    public Listing<Approval> approvals(AutomationQuery filter) {
        return caller.list(
                Paths.of("automations", "approvals"), Paths.Query.of(filter), Envelope.LIMITED, Approval::read);
    }

    /** {@code POST /automations/approvals/{id}/approve}, scope automations:write; 404. */
    @Endpoint("POST /automations/approvals/{id}/approve")
    public ApiCall<ApprovalDecision> approve(String approvalId) {
        return caller.prepare(
                "POST", Paths.of("automations", "approvals", approvalId, "approve"), null, ApprovalDecision::read);
    }

    /** {@code POST /automations/approvals/{id}/reject}, scope automations:write; 404. */
    @Endpoint("POST /automations/approvals/{id}/reject")
    public ApiCall<ApprovalDecision> reject(String approvalId, @Nullable String reason) {
        return caller.prepare(
                "POST",
                Paths.of("automations", "approvals", approvalId, "reject"),
                new Body().put("reason", reason),
                ApprovalDecision::read);
    }
}
