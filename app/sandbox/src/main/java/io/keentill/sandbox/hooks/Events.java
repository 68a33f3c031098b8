package io.keentill.sandbox.hooks;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.FanOut;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import tools.jackson.databind.node.ObjectNode;

/** Events (API reference B.26): what happened, told again, or made up for a test. */
final class Events {
    private static final Shape TEST = Shape.of(
            Field.choice("type", EventTypes.testable().toArray(String[]::new)).must());

    private Events() {}

    /** Events: list, read, resend, test. */
    static Resource events() {
        Resource events = Resource.of(EventLog.KIND, "/events")
                .scopes("events")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .list(
                        Paging.P2,
                        Filter.equal("type"),
                        Filter.anyOf("types", "type"),
                        Filter.equal("customer_id", "_customer_id"),
                        Filter.equal("invoice_id", "_invoice_id"),
                        Filter.equal("subscription_id", "_subscription_id"),
                        Filter.equal("order_id", "_order_id"),
                        Filter.createdFrom(),
                        Filter.createdTo())
                .read()
                .endpoint("POST", "/events/test", TEST, Events::test);
        return events.endpoint("POST", "/events/{id}/resend", Shape.EMPTY, call -> resend(call, events.found(call)));
    }

    /** Queues the event again, for every endpoint that is enabled and listens to it now. */
    private static Reply resend(Call call, ObjectNode event) {
        int queued = FanOut.queue(call.work(), event);
        event.put("pending_webhooks", Json.whole(event, "pending_webhooks") + queued);
        call.work().save(EventLog.KIND, event);
        return Reply.of(200, Json.object().put("success", queued > 0).put("message", told(event, queued)));
    }

    private static Reply test(Call call) {
        String type = Json.need(call.input(), "type");
        ObjectNode event = EventLog.record(call.work(), type, Samples.of(call.work(), type), Json.object());
        ObjectNode body = Json.object().put("success", true);
        body.set("event", Resource.visible(event));
        return Reply.of(200, body.put("message", told(event, (int) Json.whole(event, "pending_webhooks"))));
    }

    private static String told(ObjectNode event, int endpoints) {
        String type = Json.need(event, "type");
        return endpoints == 0
                ? "No enabled webhook endpoint listens to " + type + "."
                : type + " is queued for " + endpoints + " webhook endpoint" + (endpoints == 1 ? "." : "s.");
    }
}
