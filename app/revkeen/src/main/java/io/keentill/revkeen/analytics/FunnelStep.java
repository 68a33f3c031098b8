package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of the checkout (section B.28).
 *
 * @param stepNumber from 1
 * @param stepName what it is called
 * @param sessions how many reached it
 * @param uniqueCustomers known ones among them
 * @param uniqueAnonymous unknown ones among them
 * @param totalEvents how much happened
 * @param avgTimeOnPageSeconds seconds
 * @param exits how many left here
 * @param dropOffRate their part of those who came
 * @param extra members of the reply not named here, under their names on the wire
 */
public record FunnelStep(
        long stepNumber,
        String stepName,
        long sessions,
        long uniqueCustomers,
        long uniqueAnonymous,
        long totalEvents,
        @Nullable BigDecimal avgTimeOnPageSeconds,
        long exits,
        @Nullable BigDecimal dropOffRate,
        Map<String, Object> extra) {

    static FunnelStep read(Fields f) {
        return new FunnelStep(
                f.needNumber("step_number"),
                f.needText("step_name"),
                f.numberOr("sessions", 0),
                f.numberOr("unique_customers", 0),
                f.numberOr("unique_anonymous", 0),
                f.numberOr("total_events", 0),
                f.decimal("avg_time_on_page_seconds"),
                f.numberOr("exits", 0),
                f.decimal("drop_off_rate"),
                f.extra());
    }
}
