package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.UsageIntake.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells when usage passes a meter's alert thresholds, which are percents of the units that the price includes. */
final class Thresholds {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Thresholds() {}

    /** What the meters with thresholds have measured so far in the current period. */
    static Map<ObjectNode, BigDecimal> measure(Work work, Verdict verdict) {
        Map<ObjectNode, BigDecimal> used = new LinkedHashMap<>();
        ObjectNode subscription = verdict.subscription();
        if (subscription != null) {
            for (ObjectNode meter : verdict.meters()) {
                if (!meter.path("alert_thresholds").isEmpty()) {
                    used.put(meter, used(work, subscription, meter));
                }
            }
        }
        return used;
    }

    /** Writes an event for each threshold that lies between what was used before and what is used now. */
    static void tell(Work work, Verdict verdict, Map<ObjectNode, BigDecimal> before) {
        ObjectNode subscription = verdict.subscription();
        if (subscription != null) {
            before.forEach((meter, used) -> compare(work, subscription, meter, used));
        }
    }

    private static void compare(Work work, ObjectNode subscription, ObjectNode meter, BigDecimal before) {
        BigDecimal included = included(work, subscription, meter);
        if (included.signum() == 0) {
            return;
        }
        BigDecimal now = used(work, subscription, meter);
        for (JsonNode threshold : meter.path("alert_thresholds")) {
            BigDecimal mark = included.multiply(threshold.decimalValue());
            if (before.multiply(HUNDRED).compareTo(mark) < 0
                    && now.multiply(HUNDRED).compareTo(mark) >= 0) {
                ObjectNode about = Json.object().put("object", "usage_threshold");
                about.put("meter_id", Json.need(meter, "id"));
                about.put("customer_id", Json.text(subscription, "customer_id"));
                about.put("subscription_id", Json.need(subscription, "id"));
                about.set("threshold", threshold);
                Numbers.put(about, "current_value", now);
                Numbers.put(about, "included_quantity", included);
                EventLog.write(work, "usage.threshold.reached", about);
            }
        }
    }

    private static BigDecimal used(Work work, ObjectNode subscription, ObjectNode meter) {
        Instant start = Times.need(subscription, "current_period_start");
        return Metered.used(work, subscription, meter, start, Times.need(subscription, "current_period_end"));
    }

    private static BigDecimal included(Work work, ObjectNode subscription, ObjectNode meter) {
        Instant start = Times.need(subscription, "current_period_start");
        @Nullable String currency = Json.text(subscription, "currency");
        return MeterPrices.paid(work, Json.need(meter, "id"), currency, start)
                .map(price -> Rate.of(price).included())
                .orElse(BigDecimal.ZERO);
    }
}
