package io.keentill.revkeen.usage;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * How many events went which way (section B.25).
 *
 * @param ingested counted
 * @param duplicate counted before
 * @param skipped not to be counted
 * @param failed could not be counted
 * @param extra members of the reply not named here, under their names on the wire
 */
public record UsageSummary(long ingested, long duplicate, long skipped, long failed, Map<String, Object> extra) {

    static UsageSummary read(Fields f) {
        return new UsageSummary(
                f.numberOr("ingested", 0),
                f.numberOr("duplicate", 0),
                f.numberOr("skipped", 0),
                f.numberOr("failed", 0),
                f.extra());
    }
}
