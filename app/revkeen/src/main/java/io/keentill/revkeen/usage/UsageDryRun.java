package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * What would become of the events (section B.25).
 *
 * @param summary in numbers
 * @param data one by one
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UsageDryRun(DryRunSummary summary, List<DryRunOutcome> data, Map<String, Object> extra) {

    static UsageDryRun read(Fields f) {
        return new UsageDryRun(
                DryRunSummary.read(f.needObject("summary")), f.list("data", DryRunOutcome::read), f.extra());
    }
}
