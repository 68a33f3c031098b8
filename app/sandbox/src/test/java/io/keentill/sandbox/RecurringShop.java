package io.keentill.sandbox;

import io.keentill.sandbox.Client.Answer;
import io.keentill.sandbox.data.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A shop with something to subscribe to. */
final class RecurringShop implements AutoCloseable {
    final Shop shop;
    final Client api;
    final String customer;
    final String product;

    RecurringShop(Path directory) {
        shop = new Shop(directory);
        api = shop.api;
        customer = shop.customer();
        product = product(
                "GYM", "'kind':'subscription','pricing_model':'recurring','amount_minor':3000,'interval':'month'");
    }

    /** A product in pounds with these further fields. */
    String product(String sku, String fields) {
        return made(api.post(
                "/products", "{'product_id':'%s','name':'%s','currency':'GBP',%s}".formatted(sku, sku, fields)));
    }

    /** A recurring price in pounds. */
    String price(String of, long amount, String interval) {
        return made(api.post(
                "/prices",
                "{'product_id':'%s','currency':'gbp','unit_amount':%d,'type':'recurring','interval':'%s'}"
                        .formatted(of, amount, interval)));
    }

    /** A stored card of the customer that answers as this test card does. */
    String card(String word) {
        return made(shop.admin.post("/payment-methods", "{'card':'%s','customer_id':'%s'}".formatted(word, customer)));
    }

    /** A monthly subscription with these further fields, such as {@code ,'quantity':2}. */
    String subscribe(String fields) {
        return made(api.post(
                "/subscriptions", "{'customerId':'%s','productId':'%s'%s}".formatted(customer, product, fields)));
    }

    ObjectNode subscription(String id) {
        return api.get("/subscriptions/" + id).data();
    }

    String status(String id) {
        return Json.need(subscription(id), "status");
    }

    Answer act(String id, String action, String body) {
        return api.post("/subscriptions/" + id + "/" + action, body);
    }

    void forward(long days) {
        shop.clock.forward(Duration.ofDays(days));
        shop.sandbox.tick();
    }

    void until(String moment) {
        shop.clock.forward(Duration.between(shop.clock.instant(), Instant.parse(moment)));
        shop.sandbox.tick();
    }

    /** The customer's invoices, newest first. */
    List<ObjectNode> invoices() {
        return rows(api.get("/invoices?limit=100").json());
    }

    List<Long> totals() {
        return invoices().stream().map(one -> Json.whole(one, "total_minor")).toList();
    }

    List<String> events(String prefix) {
        return rows(api.get("/events?limit=100").json()).stream()
                .map(event -> Json.need(event, "type"))
                .filter(type -> type.startsWith(prefix))
                .toList()
                .reversed();
    }

    static List<ObjectNode> rows(JsonNode list) {
        return list.get("data").valueStream().map(ObjectNode.class::cast).toList();
    }

    static String made(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.id();
    }

    @Override
    public void close() {
        shop.close();
    }
}
