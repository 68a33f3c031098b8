package io.keentill.sandbox.hooks;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.FanOut;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.net.URI;
import java.net.URISyntaxException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Webhook endpoints (API reference B.27). The secret is shown when it is made, and never again. */
final class WebhookEndpoints {
    private static final Shape NEW = Shape.of(
            Field.text("url", 2000).must(),
            Field.texts("enabled_events", 200).must(),
            Field.text("description", 500).orNull());

    private static final Shape CHANGE =
            NEW.change("url", "enabled_events", "description").and(Field.flag("enabled"));

    private WebhookEndpoints() {}

    /** Webhook endpoints: create, list, read, change, delete, rotate the secret. */
    static Resource endpoints() {
        Resource endpoints = Resource.of(FanOut.ENDPOINT, "/webhook-endpoints")
                .scopes("webhooks")
                .endpoint("POST", "/webhook-endpoints", NEW, WebhookEndpoints::create)
                .list(Paging.P9, Filter.choice("status", "enabled", "disabled"))
                .read()
                .update(CHANGE, WebhookEndpoints::change);
        return endpoints
                .endpoint(
                        "DELETE",
                        "/webhook-endpoints/{id}",
                        Shape.EMPTY,
                        call -> delete(call.work(), endpoints.found(call)))
                .endpoint(
                        "POST",
                        "/webhook-endpoints/{id}/rotate-secret",
                        Shape.EMPTY,
                        call -> rotate(call, endpoints.found(call)));
    }

    private static Reply create(Call call) {
        Work work = call.work();
        ObjectNode input = call.input();
        check(work, input, "");
        ObjectNode endpoint = Json.object().put("id", work.ids().uuid());
        Json.copy(input, endpoint, "url", "description", "enabled_events");
        endpoint.put("status", "enabled").put("circuit_breaker_state", "closed");
        endpoint.put("total_deliveries", 0).put("successful_deliveries", 0).put("failed_deliveries", 0);
        endpoint.putNull("last_delivery_at");
        endpoint.put("created_at", work.nowText()).put("updated_at", work.nowText());
        endpoint.put("_secret", secret(work.ids()));
        work.insert(FanOut.ENDPOINT, endpoint);
        return withSecret(201, endpoint);
    }

    private static void change(Call call, ObjectNode endpoint, ObjectNode input) {
        check(call.work(), input, Json.need(endpoint, "id"));
        JsonNode enabled = input.remove("enabled");
        endpoint.setAll(input);
        if (enabled != null) {
            endpoint.put("status", enabled.booleanValue() ? "enabled" : "disabled");
            Breaker.close(endpoint);
            call.work().tx().signal(FanOut.SIGNAL);
        }
    }

    private static Reply delete(Work work, ObjectNode endpoint) {
        String id = Json.need(endpoint, "id");
        work.delete(FanOut.ENDPOINT, id);
        for (ObjectNode delivery : Query.of(FanOut.DELIVERY)
                .where("status", "pending")
                .where("endpoint_id", id)
                .all(work.tx())) {
            Attempts.cancel(work, delivery, "endpoint_deleted", "The endpoint was deleted before this was delivered.");
        }
        ObjectNode body = Json.object();
        body.putObject("data").put("id", id).put("deleted", true);
        return Reply.of(200, body);
    }

    private static Reply rotate(Call call, ObjectNode endpoint) {
        endpoint.put("_secret", secret(call.work().ids()));
        call.work().save(FanOut.ENDPOINT, endpoint);
        return withSecret(200, endpoint);
    }

    private static Reply withSecret(int status, ObjectNode endpoint) {
        ObjectNode body = Json.object();
        body.set("data", Resource.visible(endpoint).put("secret", Json.need(endpoint, "_secret")));
        return Reply.of(status, body);
    }

    private static String secret(Ids ids) {
        return "whsec_" + ids.prefixed("") + ids.prefixed("") + ids.prefixed("");
    }

    private static void check(Work work, ObjectNode input, String own) {
        String url = Json.text(input, "url");
        if (url != null) {
            checkUrl(url);
            boolean taken = Query.of(FanOut.ENDPOINT).where("url", url).all(work.tx()).stream()
                    .anyMatch(other -> !own.equals(Json.text(other, "id")));
            if (taken) {
                throw new Refusal(409, "conflict", "Another webhook endpoint has this url already.", "url");
            }
        }
        JsonNode events = input.get("enabled_events");
        if (events != null && events.isEmpty()) {
            throw Refusal.invalid("enabled_events", "enabled_events must name at least one event type.");
        }
        for (JsonNode event : input.path("enabled_events")) {
            if (!EventTypes.covered(event.stringValue())) {
                throw Refusal.invalid(
                        "enabled_events",
                        "No event type is called " + event.stringValue()
                                + "; use a full name, a group such as invoice.*, or *.");
            }
        }
    }

    private static void checkUrl(String url) {
        String scheme = "";
        String host = null;
        try {
            URI uri = new URI(url);
            scheme = String.valueOf(uri.getScheme());
            host = uri.getUserInfo() == null ? uri.getHost() : null;
        } catch (URISyntaxException malformed) {
            host = null;
        }
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw Refusal.invalid("url", "url must be a whole http or https address without a user name.");
        }
    }
}
