package io.keentill.sandbox.office;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.number;
import static io.keentill.sandbox.api.Field.objects;
import static io.keentill.sandbox.api.Field.text;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Catalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which foreign item is which product, and which foreign way to pay is which of ours (API reference B.31). */
final class Mappings {
    /** The kind of stored product mappings. */
    static final String MAPPING = "integration_mapping";

    private static final String PATH = "/integrations/{provider}";

    private static final Shape ONE =
            Shape.of(text("external_id", 255).must(), text("internal_id", 255).must(), map("metadata"));

    private static final Shape PAYMENT =
            Shape.of(text("id", 255), text("revkeen_method", 100), text("practice_hub_method_id", 255));

    private static final Shape FOREIGN = Shape.of(
            text("id", 255).must(),
            text("name", 500).must(),
            text("type", 100),
            text("charge_type", 100),
            number("price", 0, Long.MAX_VALUE),
            choice("source", "package", "invoice", "unmapped"));

    private static final Shape METHODS = Shape.of(
            text("base_url", 2_000).must(),
            text("api_key", 500).must(),
            text("contact_email", 320),
            text("tenant_id", 255));

    private Mappings() {}

    /** Mappings: product mappings, suggestions, payment mappings, and what there is to map. */
    static Resource mappings() {
        return Resource.of(MAPPING, PATH)
                .scopes("integrations")
                .endpoint("GET", PATH + "/product-mappings", Shape.EMPTY, Mappings::list)
                .endpoint(
                        "PUT",
                        PATH + "/product-mappings",
                        Shape.of(objects("mappings", 0, 1_000, ONE).must()),
                        Mappings::replace)
                .endpoint("DELETE", PATH + "/product-mappings/{externalId}", Shape.EMPTY, Mappings::delete)
                .endpoint(
                        "POST",
                        PATH + "/suggest-mappings",
                        Shape.of(objects("external_items", 0, 1_000, FOREIGN).must()),
                        Mappings::suggest)
                .endpoint(
                        "PUT",
                        PATH + "/payment-mappings",
                        Shape.of(objects("mappings", 0, 100, PAYMENT).must()),
                        Mappings::mapPayments)
                .endpoint("GET", PATH + "/payment-methods", Shape.EMPTY, call -> {
                    Integrations.needed(call);
                    return data(Provider.of(call.id("provider")).paymentMethods());
                })
                .endpoint("POST", PATH + "/payment-methods", METHODS, Mappings::methodsWith)
                .endpoint("GET", PATH + "/packages", Shape.EMPTY, call -> items(call, true))
                .endpoint("GET", PATH + "/billable-items", Shape.EMPTY, call -> items(call, false))
                .endpoint("GET", PATH + "/unmapped-attempts", Shape.EMPTY, Mappings::unmapped);
    }

    /** The product mappings of a provider. */
    static List<ObjectNode> of(Work work, Provider provider) {
        return Query.of(MAPPING)
                .where("_provider", provider.word())
                .oldestFirst()
                .all(work.tx());
    }

    /** Our way to pay that a foreign one is mapped to; null when there is none. */
    static @Nullable String method(ObjectNode integration, @Nullable String foreign) {
        for (JsonNode mapping : integration.path("_payment_mappings")) {
            if (foreign != null && foreign.equals(Json.text(mapping, "practice_hub_method_id"))) {
                return Json.text(mapping, "revkeen_method");
            }
        }
        return null;
    }

    private static Reply list(Call call) {
        Integrations.needed(call);
        ArrayNode data = Json.array();
        of(call.work(), Provider.of(call.id("provider"))).forEach(mapping -> data.add(Resource.visible(mapping)));
        return data(data);
    }

    private static Reply replace(Call call) {
        Integrations.needed(call);
        Work work = call.work();
        Provider provider = Provider.of(call.id("provider"));
        Map<String, ObjectNode> old = new HashMap<>();
        of(work, provider).forEach(mapping -> old.put(Json.need(mapping, "externalId"), mapping));
        Set<String> named = new HashSet<>();
        JsonNode wanted = call.input().get("mappings");
        for (JsonNode each : wanted) {
            String external = Json.need(each, "external_id");
            String internal = Json.need(each, "internal_id");
            if (!named.add(external)) {
                throw Refusal.invalid("mappings", external + " is mapped twice.");
            }
            if (work.find(Catalogue.PRODUCT, internal) == null) {
                throw Refusal.invalid("mappings", "No such product: " + internal + ".");
            }
            put(work, provider, old.remove(external), (ObjectNode) each);
        }
        old.values().forEach(mapping -> remove(work, mapping));
        return Reply.of(200, Json.object().put("success", true).put("count", wanted.size()));
    }

    private static void put(Work work, Provider provider, @Nullable ObjectNode old, ObjectNode wanted) {
        ObjectNode mapping = old == null ? Json.object().put("id", work.ids().uuid()) : old;
        ObjectNode before = mapping.deepCopy();
        mapping.put("externalId", Json.need(wanted, "external_id")).put("internalId", Json.need(wanted, "internal_id"));
        mapping.set("metadata", wanted.has("metadata") ? wanted.get("metadata") : Json.object());
        mapping.put("_provider", provider.word());
        if (old == null) {
            work.insert(MAPPING, mapping);
            EventLog.write(work, "integration.product_mapping.created", mapping);
        } else if (!mapping.equals(before)) {
            work.save(MAPPING, mapping);
            EventLog.write(work, "integration.product_mapping.updated", mapping);
        }
    }

    private static void remove(Work work, ObjectNode mapping) {
        work.delete(MAPPING, Json.need(mapping, "id"));
        EventLog.write(work, "integration.product_mapping.deleted", mapping);
    }

    private static Reply delete(Call call) {
        Integrations.needed(call);
        ObjectNode mapping = Query.of(MAPPING)
                .where("_provider", call.id("provider"))
                .where("externalId", call.id("externalId"))
                .first(call.work().tx())
                .orElseThrow(() -> Refusal.missing("product mapping", call.id("externalId")));
        remove(call.work(), mapping);
        return Reply.of(200, Json.object().put("success", true));
    }

    private static Reply suggest(Call call) {
        Integrations.needed(call);
        List<ObjectNode> products =
                Query.of(Catalogue.PRODUCT).oldestFirst().all(call.work().tx());
        ObjectNode body = Json.object().put("success", true);
        ArrayNode suggestions = body.putArray("suggestions");
        for (JsonNode item : call.input().get("external_items")) {
            ObjectNode suggestion = Likeness.best((ObjectNode) item, products);
            if (suggestion != null) {
                suggestions.add(suggestion);
            }
        }
        return Reply.of(200, body);
    }

    private static Reply mapPayments(Call call) {
        ObjectNode integration = Integrations.needed(call);
        integration.set("_payment_mappings", call.input().get("mappings"));
        return Integrations.saved(call, integration);
    }

    private static Reply methodsWith(Call call) {
        Provider provider = Provider.of(call.id("provider"));
        String refused = Provider.refuses(call.input());
        if (refused != null) {
            throw new Refusal(401, "unauthenticated", refused, null);
        }
        return data(provider.paymentMethods());
    }

    private static Reply items(Call call, boolean packages) {
        Integrations.needed(call);
        Provider provider = Provider.of(call.id("provider"));
        ArrayNode data = Json.array();
        (packages ? provider.packages() : provider.billableItems()).forEach(item -> data.add(item.json()));
        return data(data);
    }

    private static Reply unmapped(Call call) {
        ObjectNode integration = Integrations.needed(call);
        Provider provider = Provider.of(call.id("provider"));
        Set<String> mapped = new HashSet<>();
        of(call.work(), provider).forEach(mapping -> mapped.add(Json.need(mapping, "externalId")));
        Map<String, ObjectNode> missing = new LinkedHashMap<>();
        for (ObjectNode log : SyncLogs.failed(call.work(), integration)) {
            provider.bills().stream()
                    .filter(bill -> bill.id().equals(Json.text(log, "resourceId")))
                    .filter(bill -> !mapped.contains(bill.item().id()))
                    .forEach(bill -> missing.computeIfAbsent(
                                    bill.item().id(),
                                    id -> bill.item().json().put("lastAttemptAt", Json.text(log, "createdAt")))
                            .withArray("invoiceIds")
                            .add(bill.id()));
        }
        ArrayNode data = Json.array();
        missing.values().forEach(data::add);
        return data(data);
    }

    private static Reply data(ArrayNode data) {
        ObjectNode body = Json.object().put("success", true);
        body.set("data", data);
        return Reply.of(200, body);
    }
}
