package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * Opportunities to win customers back, counted by status (section B.28).
 *
 * @param identified noticed
 * @param contacted written to
 * @param converted came back
 * @param declined said no
 * @param expired too late
 * @param extra members of the reply not named here, under their names on the wire
 */
public record OpportunitiesByStatus(
        long identified, long contacted, long converted, long declined, long expired, Map<String, Object> extra) {

    static OpportunitiesByStatus read(Fields f) {
        return new OpportunitiesByStatus(
                f.numberOr("identified", 0),
                f.numberOr("contacted", 0),
                f.numberOr("converted", 0),
                f.numberOr("declined", 0),
                f.numberOr("expired", 0),
                f.extra());
    }
}
