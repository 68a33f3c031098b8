package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code PUT /products/external/{source}/{externalId}}: the one product call that speaks camelCase (ruling H 39). */
final class ProductUpsert {
    static final Shape INPUT = Shape.of(
            text("name", 255).must(),
            whole("amount_cents", 0).must(),
            text("description", 5000).orNull(),
            choice("kind", "subscription", "one_time").or("one_time"),
            currency("currency").or("USD"),
            flag("is_active").or(true),
            choice("interval", "day", "week", "month", "year").orNull(),
            whole("interval_count", 1).orNull(),
            time("external_updated_at"),
            text("external_ref", 255),
            text("merchant_id", 255),
            map("metadata"));

    private static final Map<String, String> ANSWER = Map.of(
            "id", "id",
            "name", "name",
            "description", "description",
            "kind", "kind",
            "amount_minor", "amountCents",
            "currency", "currency",
            "is_active", "isActive",
            "interval", "interval",
            "interval_count", "intervalCount",
            "_external_ref", "externalRef");

    private ProductUpsert() {}

    static Reply apply(Call call) {
        ObjectNode input = call.input();
        String external = call.id("source") + "/" + call.id("externalId");
        ObjectNode product = Query.of(Catalogue.PRODUCT)
                .where("_external", external)
                .first(call.work().tx())
                .orElse(null);
        boolean created = product == null;
        if (product == null) {
            product = Catalogue.create(call.work(), asNew(call, input));
            product.put("_external", external);
        } else if (Common.stale(product, input)) {
            throw Refusal.conflict("stale_update", "A newer update of this product is already stored.");
        }
        fill(product, input);
        if (created) {
            call.work().insert(Catalogue.PRODUCT, product);
        } else {
            call.work().save(Catalogue.PRODUCT, product);
        }
        EventLog.write(call.work(), created ? "product.created" : "product.updated", product);
        ObjectNode body = Json.object();
        body.set("data", answer(call, product));
        return Reply.of(created ? 201 : 200, body.put("created", created));
    }

    private static ObjectNode asNew(Call call, ObjectNode input) {
        boolean recurring = "subscription".equals(Json.text(input, "kind"));
        return Json.object()
                .put("product_id", call.id("externalId"))
                .put("pricing_model", recurring ? "recurring" : "one_time")
                .put("trial_days", 0)
                .put("fulfillment_type", "none")
                .put("track_inventory", false);
    }

    private static void fill(ObjectNode product, ObjectNode input) {
        for (String field : new String[] {"name", "kind", "currency", "is_active", "description", "interval"}) {
            if (input.has(field)) {
                product.set(field, input.get(field));
            }
        }
        if (input.has("interval_count")) {
            product.set("interval_count", input.get("interval_count"));
        }
        product.put("amount_minor", Json.whole(input, "amount_cents"));
        product.put("_external_ref", Json.text(input, "external_ref"));
        Common.mergeMetadata(product, input);
        Common.remember(product, input);
    }

    private static ObjectNode answer(Call call, ObjectNode product) {
        ObjectNode data = Json.object().put("merchantId", Customers.MERCHANT);
        ANSWER.forEach((stored, camel) -> data.set(camel, product.get(stored)));
        data.put("externalId", call.id("externalId")).put("externalSystem", call.id("source"));
        return data.put("createdAt", Json.text(product, "created_at"))
                .put("updatedAt", Json.text(product, "updated_at"));
    }
}
