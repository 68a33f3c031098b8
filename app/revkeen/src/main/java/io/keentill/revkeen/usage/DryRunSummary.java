package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * How many events would go which way (section B.25).
 *
 * @param wouldIngest to be counted
 * @param wouldSkip not to be counted
 * @param wouldFail that cannot be counted
 * @param extra members of the reply not named here, under their names on the wire
 */
public record DryRunSummary(long wouldIngest, long wouldSkip, long wouldFail, Map<String, Object> extra) {

    static DryRunSummary read(Fields f) {
        return new DryRunSummary(
                f.numberOr("would_ingest", 0), f.numberOr("would_skip", 0), f.numberOr("would_fail", 0), f.extra());
    }
}
