package io.keentill.revkeen.usage;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one customer used of one meter (section B.25).
 *
 * @param customerId uuid
 * @param meterId uuid
 * @param meterName for people
 * @param meterEventName of its events
 * @param aggregation how they make one number
 * @param unitName for people
 * @param totalQuantity in all
 * @param eventCount how many
 * @param lastEventAt null without events
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CustomerMeter(
        String customerId,
        String meterId,
        @Nullable String meterName,
        @Nullable String meterEventName,
        @Nullable OpenEnum<Aggregation> aggregation,
        @Nullable String unitName,
        @Nullable BigDecimal totalQuantity,
        long eventCount,
        @Nullable Instant lastEventAt,
        Map<String, Object> extra) {

    static CustomerMeter read(Fields f) {
        return new CustomerMeter(
                f.needText("customer_id"),
                f.needText("meter_id"),
                f.text("meter_name"),
                f.text("meter_event_name"),
                f.word("aggregation", Aggregation.class),
                f.text("unit_name"),
                f.decimal("total_quantity"),
                f.numberOr("event_count", 0),
                f.time("last_event_at"),
                f.extra());
    }
}
