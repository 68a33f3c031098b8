package io.keentill.revkeen.contract;

import io.keentill.revkeen.webhooks.EndpointStatus;
import io.keentill.revkeen.webhooks.WebhookDelivery;
import io.keentill.revkeen.webhooks.WebhookDeliveryQuery;
import io.keentill.revkeen.webhooks.WebhookEndpoint;
import io.keentill.revkeen.webhooks.WebhookEndpointChanges;
import io.keentill.revkeen.webhooks.WebhookEndpointRequest;
import java.time.Duration;
import java.util.List;

/** Webhook endpoints and deliveries (section B.27). Nobody listens at the address, so deliveries stay open. */
final class WebhooksContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /webhook-endpoints",
                        w -> w.client()
                                .webhookEndpoints()
                                .create(WebhookEndpointRequest.of(address(w), List.of("order.created", "invoice.*"))
                                        .withDescription("till"))),
                on("GET /webhook-endpoints", w -> {
                    endpoint(w);
                    return w.client().webhookEndpoints().list(null);
                }),
                on("GET /webhook-endpoints", "only enabled ones", w -> {
                    endpoint(w);
                    return w.client().webhookEndpoints().list(EndpointStatus.ENABLED);
                }),
                on(
                        "GET /webhook-endpoints/{id}",
                        w -> w.client().webhookEndpoints().get(endpoint(w).id())),
                on(
                        "PATCH /webhook-endpoints/{id}",
                        w -> w.client()
                                .webhookEndpoints()
                                .update(
                                        endpoint(w).id(),
                                        WebhookEndpointChanges.none()
                                                .withUrl(address(w))
                                                .withEnabledEvents(List.of("*"))
                                                .withEnabled(false)
                                                .withoutDescription())),
                on(
                        "DELETE /webhook-endpoints/{id}",
                        w -> w.client().webhookEndpoints().delete(endpoint(w).id())),
                on(
                        "POST /webhook-endpoints/{id}/rotate-secret",
                        w -> w.client()
                                .webhookEndpoints()
                                .rotateSecret(endpoint(w).id())),
                on("GET /webhook-deliveries", w -> {
                    delivery(w);
                    return w.client().webhookDeliveries().list(WebhookDeliveryQuery.any());
                }),
                on("GET /webhook-deliveries", "with filters", w -> {
                    WebhookDelivery delivery = delivery(w);
                    return w.client()
                            .webhookDeliveries()
                            .list(WebhookDeliveryQuery.any()
                                    .withEndpointId(delivery.endpointId())
                                    .withEventId(delivery.eventId())
                                    .withStatus(delivery.status().known().orElseThrow()));
                }),
                on(
                        "GET /webhook-deliveries/{id}",
                        w -> w.client().webhookDeliveries().get(delivery(w).id())),
                on(
                        "POST /webhook-deliveries/{id}/retry",
                        w -> w.client().webhookDeliveries().retry(delivery(w).id())));
    }

    private static String address(World w) {
        return "http://127.0.0.1:9/" + w.fresh("hook");
    }

    private static WebhookEndpoint endpoint(World w) {
        return w.client()
                .webhookEndpoints()
                .create(WebhookEndpointRequest.of(address(w), List.of("order.created")))
                .send()
                .orThrow();
    }

    private static WebhookDelivery delivery(World w) {
        WebhookEndpoint endpoint = endpoint(w);
        w.order();
        w.pass(Duration.ofSeconds(1));
        return w.client()
                .webhookDeliveries()
                .list(WebhookDeliveryQuery.any().withEndpointId(endpoint.id()))
                .firstPage()
                .orThrow()
                .items()
                .getFirst();
    }
}
