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
import io.keentill.sandbox.data.Work;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** {@code PUT /products/external/batch}: the same in snake_case. */
    static final Batch BATCH = Batch.of("products", INPUT.without("merchant_id"), ProductUpsert::batched);

    static Reply apply(Call call) {
        String source = call.id("source");
        String externalId = call.id("externalId");
        ObjectNode product = known(call.work(), source, externalId);
        if (product != null && Common.stale(product, call.input())) {
            throw Refusal.conflict("stale_update", "A newer update of this product is already stored.");
        }
        boolean created = product == null;
        ObjectNode done = upsert(call.work(), source, externalId, product, call.input());
        ObjectNode body = Json.object();
        body.set("data", answer(call, done));
        return Reply.of(created ? 201 : 200, body.put("created", created));
    }

    private static Batch.Done batched(Call call, String source, String externalId, ObjectNode input) {
        ObjectNode product = known(call.work(), source, externalId);
        if (product != null && Common.stale(product, input)) {
            return Batch.Done.SKIPPED;
        }
        upsert(call.work(), source, externalId, product, input);
        return product == null ? Batch.Done.CREATED : Batch.Done.UPDATED;
    }

    private static @Nullable ObjectNode known(Work work, String source, String externalId) {
        return Query.of(Catalogue.PRODUCT)
                .where("_external", source + "/" + externalId)
                .first(work.tx())
                .orElse(null);
    }

    private static ObjectNode upsert(
            Work work, String source, String externalId, @Nullable ObjectNode known, ObjectNode input) {
        ObjectNode product = known == null ? Catalogue.create(work, asNew(externalId, input)) : known;
        product.put("_external", source + "/" + externalId);
        fill(product, input);
        if (known == null) {
            work.insert(Catalogue.PRODUCT, product);
        } else {
            work.save(Catalogue.PRODUCT, product);
        }
        EventLog.write(work, known == null ? "product.created" : "product.updated", product);
        return product;
    }

    private static ObjectNode asNew(String externalId, ObjectNode input) {
        boolean recurring = "subscription".equals(Json.text(input, "kind"));
        return Json.object()
                .put("product_id", externalId)
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
