package io.keentill.revkeen;

import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * What became of a batch of writes by foreign id ({@code PUT …/external/batch}).
 *
 * @param created how many are new
 * @param updated how many were changed
 * @param skipped how many stayed as they were
 * @param blocked how many invoices could not be changed any more
 * @param failed the others, each with its reason
 * @param extra members of the reply not named here, under their names on the wire
 */
public record BatchResult(
        long created, long updated, long skipped, long blocked, List<BatchFailure> failed, Map<String, Object> extra) {

    /** For the resource classes. */
    public static BatchResult read(Fields f) {
        return new BatchResult(
                f.numberOr("created", 0),
                f.numberOr("updated", 0),
                f.numberOr("skipped", 0),
                f.numberOr("blocked", 0),
                f.list("failed", BatchFailure::read),
                f.extra());
    }
}
