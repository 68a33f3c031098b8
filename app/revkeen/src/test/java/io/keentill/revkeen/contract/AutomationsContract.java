package io.keentill.revkeen.contract;

import io.keentill.revkeen.automations.Automation;
import io.keentill.revkeen.automations.AutomationQuery;
import io.keentill.revkeen.automations.Automations;
import io.keentill.revkeen.automations.StartedRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Automations (section B.30). */
final class AutomationsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /automations", w -> automations(w).create("Reminders", "Remind late payers")),
                on("GET /automations", w -> {
                    automation(w);
                    return automations(w).list(AutomationQuery.any());
                }),
                on("GET /automations/{id}", w -> automations(w).get(automation(w))),
                on("POST /automations/{id}/runs", w -> automations(w).run(automation(w), Map.of("reason", "test"))),
                on(
                        "POST /automations/{id}/runs",
                        "with nothing to tell",
                        w -> automations(w).run(automation(w), Map.of())),
                on(
                        "GET /automations/{id}/runs",
                        w -> automations(w).runs(run(w).automationId(), AutomationQuery.any())),
                on("GET /automations/{id}/runs/{runId}", w -> {
                    StartedRun run = run(w);
                    w.pass(Duration.ofMinutes(5));
                    return automations(w).run(run.automationId(), run.id());
                }),
                on("GET /automations/approvals", w -> {
                    approval(w);
                    return automations(w).approvals(AutomationQuery.any());
                }),
                on(
                        "POST /automations/approvals/{id}/approve",
                        w -> automations(w).approve(approval(w))),
                on(
                        "POST /automations/approvals/{id}/reject",
                        w -> automations(w).reject(approval(w), "not now")),
                on("GET /automations/approvals", "after a decision", w -> {
                    automations(w).reject(approval(w), "not now").send().orThrow();
                    return automations(w).approvals(AutomationQuery.any());
                }));
    }

    private static Automations automations(World w) {
        return w.client().automations();
    }

    private static String automation(World w) {
        Automation made = automations(w)
                .create(w.fresh("Reminders"), "Remind late payers")
                .send()
                .orThrow();
        return made.id();
    }

    private static StartedRun run(World w) {
        return automations(w).run(automation(w), Map.of()).send().orThrow();
    }

    /** The newest approval, of a run that has just come to it. */
    private static String approval(World w) {
        run(w);
        for (int i = 0; i < 10; i++) {
            w.pass(Duration.ofSeconds(30));
        }
        return automations(w)
                .approvals(AutomationQuery.any())
                .firstPage()
                .orThrow()
                .items()
                .getFirst()
                .id();
    }
}
