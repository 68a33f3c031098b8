package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A subscription as the API shows it: its own fields, and how its dunning stands now. */
final class SubscriptionView {
    private SubscriptionView() {}

    static ObjectNode of(Work work, ObjectNode subscription) {
        ObjectNode shown = Resource.visible(subscription);
        Instant since = Times.of(subscription, Collection.FAILING_SINCE);
        if (since == null || !"past_due".equals(Json.text(subscription, "status"))) {
            shown.putNull("dunning");
            return shown;
        }
        long done = Json.whole(subscription, Collection.RETRIES);
        int most = Collection.RETRY_DAYS.size();
        boolean last = done >= most - 1;
        ObjectNode dunning = shown.putObject("dunning").put("is_in_dunning", true);
        dunning.put("phase", last ? "final" : done == 0 ? "grace" : "retrying");
        dunning.put("phase_label", last ? "Last attempt" : done == 0 ? "Payment failed" : "Trying again");
        dunning.put("phase_severity", last ? "critical" : done == 0 ? "info" : "warning");
        dunning.put("retry_count", done).put("total_possible_retries", most);
        dunning.put("next_retry_at", Json.text(subscription, Collection.RETRY_AT));
        dunning.put(
                "days_in_dunning",
                Math.max(0, Duration.between(since, work.now()).toDays()));
        dunning.put("access_restricted", last);
        return shown;
    }
}
