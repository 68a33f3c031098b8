package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a decision (section B.30).
 *
 * @param approvalId what was decided
 * @param runId the run that waited
 * @param status not published
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ApprovalDecision(
        String approvalId, @Nullable String runId, @Nullable String status, Map<String, Object> extra) {

    static ApprovalDecision read(Fields f) {
        return new ApprovalDecision(f.needText("approval_id"), f.text("run_id"), f.text("status"), f.extra());
    }
}
