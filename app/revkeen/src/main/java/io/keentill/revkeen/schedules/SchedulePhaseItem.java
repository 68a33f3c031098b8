package io.keentill.revkeen.schedules;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * What a phase sells (section B.24).
 *
 * @param priceId uuid
 * @param quantity 1 or more
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SchedulePhaseItem(String priceId, long quantity, Map<String, Object> extra) {

    static SchedulePhaseItem read(Fields f) {
        return new SchedulePhaseItem(f.needText("price_id"), f.numberOr("quantity", 1), f.extra());
    }
}
