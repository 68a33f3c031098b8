package io.keentill.sandbox.hooks;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.FanOut;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Webhook deliveries (API reference B.27). */
final class WebhookDeliveries {
    private static final Duration KEPT = Duration.ofDays(30);

    private WebhookDeliveries() {}

    /** Deliveries: list, read, retry. */
    static Resource deliveries() {
        return Resource.of(FanOut.DELIVERY, "/webhook-deliveries")
                .scopes("webhooks")
                .errors(ErrorShape.E2)
                .list(
                        Paging.P2,
                        Filter.equal("endpoint_id"),
                        Filter.equal("event_id"),
                        Filter.choice("status", "pending", "succeeded", "failed", "dead_lettered"))
                .read()
                .action("retry", Shape.EMPTY, (call, delivery, input) -> retry(call, delivery));
    }

    private static void retry(Call call, ObjectNode delivery) {
        Work work = call.work();
        switch (Json.need(delivery, "status")) {
            case "succeeded" -> throw Refusal.conflict("conflict", "This delivery has already succeeded.");
            case "failed" ->
                throw Refusal.conflict("conflict", "This delivery was cancelled; its endpoint is no longer there.");
            case "dead_lettered" -> revive(work, delivery);
            default -> Attempts.due(delivery, work.now());
        }
        work.tx().signal(FanOut.SIGNAL);
    }

    private static void revive(Work work, ObjectNode delivery) {
        if (Json.yes(delivery, "_revived")) {
            throw Refusal.conflict("conflict", "A dead-lettered delivery can be retried once; this one has been.");
        }
        if (work.find(FanOut.ENDPOINT, Json.need(delivery, "endpoint_id")) == null) {
            throw Refusal.conflict("conflict", "The endpoint of this delivery is no longer there.");
        }
        delivery.put("_revived", true).put("status", "pending");
        delivery.put("max_attempts", Json.whole(delivery, "attempts") + 1);
        delivery.putNull("dead_lettered_at").putNull("dead_letter_reason");
        Attempts.due(delivery, work.now());
        ObjectNode event = work.find(EventLog.KIND, Json.need(delivery, "event_id"));
        if (event != null) {
            event.put("pending_webhooks", Json.whole(event, "pending_webhooks") + 1);
            work.save(EventLog.KIND, event);
        }
    }

    /** Forgets what has been dead for 30 days. */
    static void forgetOld(Work work) {
        Instant latest = work.now().minus(KEPT);
        for (ObjectNode delivery : Query.of(FanOut.DELIVERY)
                .where("status", "dead_lettered")
                .before(latest.toEpochMilli())
                .all(work.tx())) {
            String died = Json.need(delivery, "dead_lettered_at");
            if (!Instant.parse(died).isAfter(latest)) {
                work.delete(FanOut.DELIVERY, Json.need(delivery, "id"));
            }
        }
    }
}
