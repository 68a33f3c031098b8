package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;

/** Events on their way to endpoints (section B.27). */
public final class WebhookDeliveries {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public WebhookDeliveries(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /webhook-deliveries}, scope webhooks:read; newest first; 401. */
    @Endpoint("GET /webhook-deliveries")
    public Listing<WebhookDelivery> list(WebhookDeliveryQuery filter) {
        return caller.list(
                Paths.of("webhook-deliveries"), Paths.Query.of(filter), Envelope.CURSOR, WebhookDelivery::read);
    }

    /** {@code GET /webhook-deliveries/{id}}, scope webhooks:read; 404. */
    @Endpoint("GET /webhook-deliveries/{id}")
    public ApiResult<WebhookDelivery> get(String id) {
        return caller.get(Paths.of("webhook-deliveries", id), WebhookDelivery::read);
    }

    /** {@code POST /webhook-deliveries/{id}/retry}, scope webhooks:write; at once, a dead one once more; 404, 409 when it has succeeded. */
    @Endpoint("POST /webhook-deliveries/{id}/retry")
    public ApiCall<WebhookDelivery> retry(String id) {
        return caller.prepare("POST", Paths.of("webhook-deliveries", id, "retry"), null, WebhookDelivery::read);
    }
}
