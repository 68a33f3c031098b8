package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * What became of the events sent (section B.25).
 *
 * @param summary in numbers
 * @param data one by one
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UsageBatch(UsageSummary summary, List<UsageOutcome> data, Map<String, Object> extra) {

    static UsageBatch read(Fields f) {
        return new UsageBatch(
                UsageSummary.read(f.needObject("summary")), f.list("data", UsageOutcome::read), f.extra());
    }
}
