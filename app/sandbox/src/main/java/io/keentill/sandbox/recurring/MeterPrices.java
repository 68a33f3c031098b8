package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.number;
import static io.keentill.sandbox.api.Field.objects;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a meter's units cost (API reference B.25); the model of a price is fixed, it can only be deactivated. */
final class MeterPrices {
    /** The kind of stored meter prices. */
    static final String METER_PRICE = "meter_price";

    private static final long MOST = 1_000_000_000_000L;

    private static final Shape TIER = Shape.of(
            whole("first_unit", 0, MOST).must(),
            whole("last_unit", 0, MOST).orNull(),
            whole("unit_amount_minor", 0, MOST).must(),
            whole("flat_amount_minor", 0, MOST).orNull());

    private static final Shape NEW_PRICE = Shape.of(
            choice("pricing_model", "per_unit", "graduated", "volume", "package")
                    .must(),
            currency("currency").must(),
            whole("unit_amount_minor", 0, MOST).orNull(),
            whole("flat_fee_minor", 0, MOST).orNull(),
            whole("package_size", 1, MOST).orNull(),
            number("cost_per_unit_minor", 0, MOST).orNull(),
            objects("tiers", 1, 100, TIER).orNull());

    private static final Shape CHANGED =
            NEW_PRICE.change("unit_amount_minor", "flat_fee_minor", "package_size", "cost_per_unit_minor", "tiers");

    private MeterPrices() {}

    static Resource addTo(Resource meters) {
        return meters.endpoint("POST", "/meters/{id}/prices", NEW_PRICE, call -> create(call, meters.found(call)))
                .endpoint("GET", "/meters/{id}/prices", Shape.EMPTY, call -> list(call, meters.found(call)))
                .endpoint("PATCH", "/meters/{id}/prices/{priceId}", CHANGED, call -> change(call, meters.found(call)))
                .endpoint(
                        "POST",
                        "/meters/{id}/prices/{priceId}/deactivate",
                        Shape.EMPTY,
                        call -> deactivate(call, meters.found(call)));
    }

    /**
     * The newest price of {@code meter} that a period from {@code since} pays: one that is active, or was when the
     * period began. Null {@code currency} takes any.
     */
    static Optional<ObjectNode> paid(Work work, String meter, @Nullable String currency, Instant since) {
        Query query = Query.of(METER_PRICE).where("meter_id", meter);
        if (currency != null) {
            query.whereIgnoringCase("currency", currency);
        }
        return query.all(work.tx()).stream()
                .filter(price -> Json.yes(price, "active")
                        || Instant.parse(Json.need(price, "deactivated_at")).isAfter(since))
                .findFirst();
    }

    private static Reply create(Call call, ObjectNode meter) {
        if ("archived".equals(Json.text(meter, "status"))) {
            throw Refusal.notNow("An archived meter takes no new price.");
        }
        ObjectNode input = call.input();
        ObjectNode price = call.work().draft("meter_price").put("meter_id", Json.need(meter, "id"));
        Json.copy(meter, price, "name");
        Json.copy(input, price, "pricing_model");
        boolean tiered = tiered(input);
        price.put("billing_scheme", tiered ? "tiered" : "per_unit");
        price.put("tiers_mode", tiered ? Json.text(input, "pricing_model") : null);
        Json.copy(input, price, "currency", "unit_amount_minor", "flat_fee_minor", "package_size");
        Json.copy(input, price, "cost_per_unit_minor", "tiers");
        check(price);
        price.put("active", true).putNull("deactivated_at");
        price.put("created_at", call.work().nowText())
                .put("updated_at", call.work().nowText());
        call.work().insert(METER_PRICE, price);
        EventLog.write(call.work(), "meter_price.created", price);
        return one(201, price);
    }

    private static Reply list(Call call, ObjectNode meter) {
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        Query.of(METER_PRICE)
                .where("meter_id", Json.need(meter, "id"))
                .all(call.work().tx())
                .forEach(price -> data.add(Resource.visible(price)));
        return Reply.of(200, body);
    }

    private static Reply change(Call call, ObjectNode meter) {
        ObjectNode price = found(call, meter);
        ObjectNode before = price.deepCopy();
        price.setAll(call.input());
        check(price);
        call.work().save(METER_PRICE, price);
        EventLog.write(call.work(), "meter_price.updated", price, EventLog.changed(before, price));
        return one(200, price);
    }

    private static Reply deactivate(Call call, ObjectNode meter) {
        ObjectNode price = found(call, meter);
        if (Json.yes(price, "active")) {
            price.put("active", false).put("deactivated_at", call.work().nowText());
            call.work().save(METER_PRICE, price);
            EventLog.write(
                    call.work(), "meter_price.deactivated", price, Json.object().put("active", true));
        }
        return one(200, price);
    }

    private static ObjectNode found(Call call, ObjectNode meter) {
        ObjectNode price = call.work().find(METER_PRICE, call.id("priceId"));
        if (price == null || !Objects.equals(Json.text(price, "meter_id"), Json.text(meter, "id"))) {
            throw Refusal.missing("price of this meter", call.id("priceId"));
        }
        return price;
    }

    private static boolean tiered(ObjectNode price) {
        String model = Json.text(price, "pricing_model");
        return "graduated".equals(model) || "volume".equals(model);
    }

    private static void check(ObjectNode price) {
        if (tiered(price)) {
            checkTiers(price.path("tiers"));
            return;
        }
        if (Json.has(price, "tiers")) {
            throw Refusal.invalid("tiers", "tiers go with the models graduated and volume only.");
        }
        if (!Json.has(price, "unit_amount_minor")) {
            throw Refusal.invalid("unit_amount_minor", "This pricing model needs unit_amount_minor.");
        }
        if ("package".equals(Json.text(price, "pricing_model")) && !Json.has(price, "package_size")) {
            throw Refusal.invalid("package_size", "A package price needs package_size.");
        }
    }

    /** Tiers follow each other without a gap, from 0 or 1 on, and only the last has no end. */
    private static void checkTiers(JsonNode tiers) {
        if (!tiers.isArray() || tiers.isEmpty()) {
            throw Refusal.invalid("tiers", "This pricing model needs tiers.");
        }
        long next = -1;
        for (int i = 0; i < tiers.size(); i++) {
            JsonNode tier = tiers.get(i);
            long first = Json.whole(tier, "first_unit");
            boolean follows = i == 0 ? first <= 1 : first == next;
            boolean ends = Json.has(tier, "last_unit");
            if (!follows) {
                throw Refusal.invalid(
                        "tiers[" + i + "].first_unit",
                        i == 0 ? "The first tier begins at 0 or 1." : "This tier must begin at " + next + ".");
            }
            if (ends == (i == tiers.size() - 1)) {
                throw Refusal.invalid("tiers[" + i + "].last_unit", "last_unit is null in the last tier only.");
            }
            if (ends && Json.whole(tier, "last_unit") < Math.max(1, first)) {
                throw Refusal.invalid("tiers[" + i + "].last_unit", "A tier ends where it begins or later.");
            }
            next = Json.whole(tier, "last_unit") + 1;
        }
    }

    private static Reply one(int status, ObjectNode price) {
        ObjectNode body = Json.object();
        body.set("data", Resource.visible(price));
        return Reply.of(status, body);
    }
}
