package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.number;
import static io.keentill.sandbox.api.Field.objects;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.texts;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;
import static io.keentill.sandbox.api.Field.wholes;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Prices and discounts (API reference B.5, B.6). */
public final class Pricing {
    /** The kind of stored prices. */
    public static final String PRICE = "price";

    /** The kind of stored discounts. */
    public static final String DISCOUNT = "discount";

    private static final Shape TIER = Shape.of(
            whole("up_to", 1).orNull(),
            whole("unit_amount_minor", 0).orNull(),
            whole("flat_amount_minor", 0).orNull());

    private static final Shape TRANSFORM =
            Shape.of(whole("divide_by", 1).must(), choice("round", "up", "down").must());

    private static final Shape NEW_PRICE = Shape.of(
            uuid("product_id").must(),
            currency("currency").or("usd"),
            whole("unit_amount", 0),
            choice("type", "one_time", "recurring").or("one_time"),
            choice("pricing_model", "fixed", "pay_what_you_want", "free").or("fixed"),
            choice("interval", "day", "week", "month", "year"),
            whole("interval_count", 1, 12),
            whole("trial_period_days", 0, 730),
            whole("minimum_amount", 0),
            whole("maximum_amount", 0),
            whole("suggested_amount", 0),
            wholes("preset_amounts", 10),
            text("nickname", 100).orNull(),
            text("lookup_key", 100).orNull(),
            choice("billing_scheme", "per_unit", "tiered").or("per_unit"),
            choice("tiers_mode", "graduated", "volume"),
            objects("tiers", 2, 50, TIER),
            Field.object("transform_quantity", TRANSFORM),
            map("metadata"));

    private static final Shape NEW_DISCOUNT = Shape.of(
            text("code", 50).must(),
            text("name", 255).must(),
            choice("discount_type", "percentage", "fixed_amount").must(),
            number("discount_value", 0.01, 1e15).must(),
            text("description", 1000).orNull(),
            choice("applies_to", "all", "specific_products").or("all"),
            choice("scope", "entire_order", "specific_products", "subscription_only", "one_time_only"),
            texts("product_ids", 1000).orNull(),
            whole("max_redemptions", 1).orNull(),
            whole("max_redemptions_per_user", 0).or(0),
            time("valid_from").orNull(),
            time("valid_until").orNull(),
            choice("recurring_type", "once", "forever", "repeating").orNull(),
            whole("recurring_cycles", 1).orNull(),
            flag("first_time_customer").or(false));

    private static final Shape CHANGED_DISCOUNT = NEW_DISCOUNT
            .and(flag("is_active"), flag("is_archived"))
            .change(
                    "name",
                    "description",
                    "discount_value",
                    "applies_to",
                    "scope",
                    "product_ids",
                    "max_redemptions",
                    "max_redemptions_per_user",
                    "valid_from",
                    "valid_until",
                    "is_active",
                    "is_archived",
                    "recurring_type",
                    "recurring_cycles",
                    "first_time_customer");

    private Pricing() {}

    /** Prices: create, list, read, change, archive. */
    public static Resource prices() {
        return Resource.of(PRICE, "/prices")
                .scopes("prices")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .events("price")
                .create(NEW_PRICE, Pricing::price)
                .list(
                        Paging.P1,
                        Filter.equal("product_id"),
                        Filter.choice("type", "one_time", "recurring"),
                        Filter.choice("pricing_model", "fixed", "pay_what_you_want", "free"),
                        Filter.flag("active", "active"),
                        Filter.anyCase("currency"),
                        Filter.equal("lookup_key"))
                .read()
                .update(
                        NEW_PRICE.and(flag("active")).change("active", "nickname", "lookup_key", "metadata"),
                        (call, price, input) -> Common.merge(price, input))
                .archive((call, price, input) -> price.put("active", false));
    }

    /** Discounts: create, list, read, change, archive. */
    public static Resource discounts() {
        return Resource.of(DISCOUNT, "/discounts")
                .scopes("discounts")
                .create(NEW_DISCOUNT, (call, input) -> discount(call.work(), input))
                .list(Paging.P9, Filter.flag("is_active", "is_active"), Filter.flag("is_archived", "_is_archived"))
                .read()
                .update(CHANGED_DISCOUNT, Pricing::change)
                .archive((call, discount, input) ->
                        discount.put("is_active", false).put("_is_archived", true));
    }

    private static ObjectNode price(Call call, ObjectNode input) {
        Common.named(call.work(), Catalogue.PRODUCT, input, "product_id");
        requireTogether(input);
        ObjectNode price = call.work().draft("price").put("product_id", Json.text(input, "product_id"));
        price.put("active", true).put("currency", Json.need(input, "currency").toLowerCase(Locale.ROOT));
        Json.copy(input, price, "unit_amount", "type", "pricing_model", "interval", "interval_count");
        Json.copy(input, price, "trial_period_days", "minimum_amount", "maximum_amount", "suggested_amount");
        Json.copy(input, price, "preset_amounts", "nickname", "lookup_key", "billing_scheme", "tiers_mode", "tiers");
        Json.copy(input, price, "transform_quantity");
        return Common.finish(call.work(), price, input);
    }

    private static void requireTogether(ObjectNode input) {
        boolean tiered = "tiered".equals(Json.text(input, "billing_scheme"));
        if ("fixed".equals(Json.text(input, "pricing_model")) && !tiered && !input.has("unit_amount")) {
            throw Refusal.invalid("unit_amount", "A fixed price needs unit_amount.");
        }
        if ("recurring".equals(Json.text(input, "type")) && !input.has("interval")) {
            throw Refusal.invalid("interval", "A recurring price needs interval.");
        }
        if (!tiered && input.has("tiers_mode")) {
            throw Refusal.invalid("tiers_mode", "tiers_mode goes with billing_scheme tiered only.");
        }
        if (tiered != input.has("tiers")) {
            throw Refusal.invalid("tiers", "tiers and billing_scheme tiered go together.");
        }
        if (tiered) {
            checkTiers(input.get("tiers"));
        }
        long least = Json.whole(input, "minimum_amount");
        if (input.has("maximum_amount") && Json.whole(input, "maximum_amount") < least) {
            throw Refusal.invalid("maximum_amount", "maximum_amount must be at least minimum_amount.");
        }
    }

    /** Each tier ends above the one before; the last one has no end. */
    private static void checkTiers(JsonNode tiers) {
        long before = 0;
        for (int i = 0; i < tiers.size(); i++) {
            JsonNode tier = tiers.get(i);
            boolean last = i == tiers.size() - 1;
            if (last == Json.has(tier, "up_to")) {
                throw Refusal.invalid("tiers", "up_to of the last tier must be null, and of no other.");
            }
            if (!last && Json.whole(tier, "up_to") <= before) {
                throw Refusal.invalid("tiers", "Each tier must end above the one before.");
            }
            before = Json.whole(tier, "up_to");
        }
    }

    private static ObjectNode discount(Work work, ObjectNode input) {
        String code = Json.need(input, "code").toUpperCase(Locale.ROOT);
        if (Query.of(DISCOUNT).where("code", code).first(work.tx()).isPresent()) {
            throw Refusal.invalid("code", "There is already a discount with the code " + code + ".");
        }
        ObjectNode discount = Json.object().put("id", work.ids().uuid()).put("code", code);
        Json.copy(input, discount, "name", "description", "discount_type", "discount_value", "applies_to");
        Json.copy(input, discount, "product_ids", "max_redemptions");
        discount.put("current_redemptions", 0);
        Json.copy(input, discount, "valid_from", "valid_until", "recurring_type", "recurring_cycles");
        Json.copy(input, discount, "first_time_customer");
        discount.put("is_active", true).put("_is_archived", false);
        discount.put("created_at", work.nowText()).put("updated_at", work.nowText());
        inside(discount, input);
        checkPercent(discount);
        return discount;
    }

    private static void change(Call call, ObjectNode discount, ObjectNode input) {
        inside(discount, input);
        if (input.has("is_archived")) {
            discount.set("_is_archived", input.remove("is_archived"));
        }
        discount.setAll(input);
        checkPercent(discount);
    }

    /** Two fields can be written but are never answered. */
    private static void inside(ObjectNode discount, ObjectNode input) {
        for (String field : new String[] {"scope", "max_redemptions_per_user"}) {
            if (input.has(field)) {
                discount.set("_" + field, input.remove(field));
            }
        }
    }

    private static void checkPercent(ObjectNode discount) {
        double value = discount.get("discount_value").doubleValue();
        if ("percentage".equals(Json.text(discount, "discount_type")) && (value < 1 || value > 100)) {
            throw Refusal.invalid("discount_value", "A percentage discount is 1 to 100.");
        }
    }
}
