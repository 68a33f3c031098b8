package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The foreign systems that can be connected (API reference B.31). The sandbox reaches no network, so that each one is
 * simulated: a small practice with things to sell, clients, and bills of known ages. A terminal has none of these.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
enum Provider {
    PRACTICEHUB(
            List.of(
                    new Item("ph-pkg-1", "Ten treatments", "package", "upfront", 45_000),
                    new Item("ph-pkg-2", "Monthly care", "package", "recurring", 6_000)),
            List.of(
                    new Item("ph-item-1", "First consultation", "billable_item", "one_time", 7_500),
                    new Item("ph-item-2", "Treatment", "billable_item", "one_time", 5_000))),
    WODIFY(
            List.of(
                    new Item("wd-pkg-1", "Unlimited membership", "package", "recurring", 9_900),
                    new Item("wd-pkg-2", "Ten classes", "package", "upfront", 12_000)),
            List.of(new Item("wd-item-1", "Drop-in class", "billable_item", "one_time", 1_500))),
    TERMINAL(List.of(), List.of());

    private final List<Item> packages;
    private final List<Item> billableItems;

    /** Something that the foreign system sells; the price is in pence. */
    record Item(String id, String name, String type, String chargeType, long price) {
        ObjectNode json() {
            return Json.object()
                    .put("id", id)
                    .put("name", name)
                    .put("type", type)
                    .put("charge_type", chargeType)
                    .put("price", price);
        }
    }

    /** A client of the foreign system. */
    record Patron(String id, String name, String email) {}

    /** A bill of the foreign system: one item, so many days old, paid by a method or not yet (null). */
    record Bill(
            String id,
            Patron patron,
            int daysOld,
            Item item,
            int quantity,
            @Nullable String paidBy) {}

    Provider(List<Item> packages, List<Item> billableItems) {
        this.packages = packages;
        this.billableItems = billableItems;
    }

    /** The provider that a path names; another word is refused with 400. */
    static Provider of(String word) {
        for (Provider provider : values()) {
            if (provider.word().equals(word)) {
                return provider;
            }
        }
        throw Refusal.invalid("provider", "provider must be one of practicehub, wodify, terminal.");
    }

    /** How the API writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its packages. */
    List<Item> packages() {
        return packages;
    }

    /** Its single items. */
    List<Item> billableItems() {
        return billableItems;
    }

    /** The package or item with this id. */
    Optional<Item> item(String id) {
        return java.util.stream.Stream.concat(packages.stream(), billableItems.stream())
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    /** Its clients. */
    List<Patron> patrons() {
        if (this == TERMINAL) {
            return List.of();
        }
        return List.of(
                new Patron(word() + "-client-1", "Ada Client", "ada@" + word() + ".example"),
                new Patron(word() + "-client-2", "Ben Client", "ben@" + word() + ".example"));
    }

    /** Its bills: one of each item, 5, 20, 35 … days old, every second one paid. */
    List<Bill> bills() {
        List<Item> items = java.util.stream.Stream.concat(billableItems.stream(), packages.stream())
                .toList();
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(i -> new Bill(
                        word() + "-bill-" + (i + 1),
                        patrons().get(i % patrons().size()),
                        5 + 15 * i,
                        items.get(i),
                        1 + i % 2,
                        i % 2 == 0 ? null : "2"))
                .toList();
    }

    /** The ways to pay that it knows. */
    ArrayNode paymentMethods() {
        ArrayNode methods = Json.array();
        if (this != TERMINAL) {
            method(methods, "1", "Cash");
            method(methods, "2", "Card");
            method(methods, "3", "Bank transfer");
        }
        return methods;
    }

    /**
     * Why these credentials would be refused, or null when they would do. A key with {@code invalid} in it is refused,
     * so that callers can be tried against that.
     */
    static @Nullable String refuses(JsonNode credentials) {
        String key = Json.need(credentials, "api_key");
        if (!reachable(Json.need(credentials, "base_url"))) {
            return "baseUrl must be an https address.";
        }
        return key.isBlank() || key.contains("invalid") ? "The provider refuses this API key." : null;
    }

    private static boolean reachable(String url) {
        try {
            URI uri = URI.create(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void method(ArrayNode methods, String id, String name) {
        methods.addObject().put("id", id).put("name", name).put("active", true).put("sort_order", methods.size());
    }
}
