package io.keentill.revkeen.webhooks;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Where events are delivered to (section B.27). */
public final class WebhookEndpoints {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public WebhookEndpoints(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /webhook-endpoints}, scope webhooks:write; the only answer with the secret; 400, 401, 409. */
    @Endpoint("POST /webhook-endpoints")
    public ApiCall<WebhookEndpoint> create(WebhookEndpointRequest request) {
        return caller.prepare("POST", Paths.of("webhook-endpoints"), Body.of(request), WebhookEndpoint::read);
    }

    /** {@code GET /webhook-endpoints}, scope webhooks:read; null for all; without secrets; 401. */
    @Endpoint("GET /webhook-endpoints")
    public Listing<WebhookEndpoint> list(@Nullable EndpointStatus status) {
        return caller.list(
                Paths.of("webhook-endpoints"),
                new Paths.Query().put("status", status),
                Envelope.OFFSET,
                WebhookEndpoint::read);
    }

    /** {@code GET /webhook-endpoints/{id}}, scope webhooks:read; 401, 404. */
    @Endpoint("GET /webhook-endpoints/{id}")
    public ApiResult<WebhookEndpoint> get(String id) {
        return caller.get(Paths.of("webhook-endpoints", id), WebhookEndpoint::read);
    }

    /** {@code PATCH /webhook-endpoints/{id}}, scope webhooks:write; 400, 401, 404. */
    @Endpoint("PATCH /webhook-endpoints/{id}")
    public ApiCall<WebhookEndpoint> update(String id, WebhookEndpointChanges changes) {
        return caller.prepare("PATCH", Paths.of("webhook-endpoints", id), Body.of(changes), WebhookEndpoint::read);
    }

    /** {@code DELETE /webhook-endpoints/{id}}, scope webhooks:write; waiting deliveries are dropped; 401, 404. */
    @Endpoint("DELETE /webhook-endpoints/{id}")
    public ApiCall<DeletedEndpoint> delete(String id) {
        return caller.prepare("DELETE", Paths.of("webhook-endpoints", id), null, DeletedEndpoint::read);
    }

    /** {@code POST /webhook-endpoints/{id}/rotate-secret}, scope webhooks:write; the old secret ends at once, the answer has the new one; 401, 404. */
    @Endpoint("POST /webhook-endpoints/{id}/rotate-secret")
    public ApiCall<WebhookEndpoint> rotateSecret(String id) {
        return caller.prepare("POST", Paths.of("webhook-endpoints", id, "rotate-secret"), null, WebhookEndpoint::read);
    }
}
