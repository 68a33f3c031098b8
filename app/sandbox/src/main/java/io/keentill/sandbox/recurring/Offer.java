package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Catalogue;
import io.keentill.sandbox.shop.Pricing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be subscribed to: a price, a product, or a plan. The API has no plan objects of its own, so a plan's id names
 * a recurring price or a subscription product (inferred).
 *
 * @param productId null for none
 * @param priceId null for none
 * @param planId null unless it was named as a plan
 * @param description for invoice lines
 * @param unitAmount minor units per unit and period
 * @param currency null when nothing says
 * @param unit of the period
 * @param count units of the period
 * @param anchorDay 1 to 31, or 0 for the day of the start
 * @param firstCharge immediate, next_anchor or prorate
 * @param trialDays days before the first charge
 * @param maxCycles 0 for no end
 * @param fulfillment none, physical or digital
 */
record Offer(
        @Nullable String productId,
        @Nullable String priceId,
        @Nullable String planId,
        String description,
        long unitAmount,
        @Nullable String currency,
        Cadence.Unit unit,
        int count,
        int anchorDay,
        String firstCharge,
        long trialDays,
        long maxCycles,
        String fulfillment) {

    private static final int LAST_DAY = 31;

    /** What a new subscription's fields name; they must exist and fit each other, else 400. */
    static Offer named(Work work, ObjectNode input) {
        String priceId = Json.text(input, "price_id");
        String planId = Json.text(input, "plan_id");
        ObjectNode price = existing(work, Pricing.PRICE, priceId, "price_id");
        ObjectNode product = existing(work, Catalogue.PRODUCT, Json.text(input, "product_id"), "product_id");
        if (price != null && product != null && !price.path("product_id").equals(product.path("id"))) {
            throw Refusal.invalid("price_id", "This price belongs to another product.");
        }
        if (price == null && product == null && planId != null) {
            return plan(work, planId, 400, "plan_id");
        }
        return of(work, price, product, planId);
    }

    /** The plan with this id, else a refusal with {@code status}. */
    static Offer plan(Work work, String planId, int status, String param) {
        ObjectNode price = work.find(Pricing.PRICE, planId);
        ObjectNode product = price == null ? work.find(Catalogue.PRODUCT, planId) : null;
        if (price == null && product == null) {
            String code = status == 404 ? "resource_missing" : "invalid_request";
            throw new Refusal(status, code, "No such plan, price or product: " + planId + ".", param);
        }
        return of(work, price, product, planId);
    }

    /** The price with this id, 400 when there is none. */
    static Offer price(Work work, String priceId, String param) {
        return of(work, existing(work, Pricing.PRICE, priceId, param), null, null);
    }

    /** The cadence of a subscription to this that starts at {@code start}. */
    Cadence cadence(Instant start) {
        Cadence own = Cadence.from(unit, count, start);
        return anchorDay == 0 ? own : new Cadence(unit, count, anchorDay, ZoneOffset.UTC);
    }

    private static Offer of(
            Work work, @Nullable ObjectNode price, @Nullable ObjectNode product, @Nullable String planId) {
        ObjectNode sold = product == null && price != null
                ? work.find(Catalogue.PRODUCT, Json.text(price, "product_id"))
                : product;
        ObjectNode described = sold == null ? Json.object() : sold;
        ObjectNode priced = price == null ? described : price;
        if (price != null) {
            requireRecurring(price);
        }
        long unitAmount = Json.whole(priced, price == null ? "amount_minor" : "unit_amount");
        if (unitAmount > SubscriptionItems.MOST_MINOR) {
            throw Refusal.invalid("price_id", "This price is higher than can be worked with.");
        }
        String currency = Json.text(priced, "currency");
        return new Offer(
                Json.text(described, "id"),
                price == null ? null : Json.text(price, "id"),
                planId,
                text(described, "name", "Subscription"),
                unitAmount,
                currency == null ? null : currency.toUpperCase(Locale.ROOT),
                Cadence.Unit.of(text(priced, "interval", "month")),
                (int) Math.max(1, Json.whole(priced, "interval_count")),
                anchorDay(described),
                text(described, "first_charge_behavior", "immediate"),
                Math.max(Json.whole(priced, "trial_period_days"), Json.whole(described, "trial_days")),
                "fixed_payments".equals(Json.text(described, "end_behavior"))
                        ? Json.whole(described, "max_payments")
                        : 0,
                text(described, "fulfillment_type", "none"));
    }

    private static void requireRecurring(ObjectNode price) {
        if (!"recurring".equals(Json.text(price, "type"))) {
            throw Refusal.invalid("price_id", "Only a recurring price can be subscribed to; this one is one_time.");
        }
        if (!Json.has(price, "unit_amount")) {
            throw Refusal.invalid(
                    "price_id", "This price has no unit_amount; usage in tiers is billed by a meter price.");
        }
    }

    private static int anchorDay(ObjectNode product) {
        return switch (text(product, "billing_anchor_rule", "same_day")) {
            case "last_day" -> LAST_DAY;
            case "day_of_month" -> (int) Json.whole(product, "billing_anchor_day");
            default -> 0;
        };
    }

    private static @Nullable ObjectNode existing(Work work, String kind, @Nullable String id, String param) {
        ObjectNode object = work.find(kind, id);
        if (id != null && object == null) {
            throw Refusal.invalid(param, "No such " + kind + ": " + id + ".");
        }
        return object;
    }

    private static String text(ObjectNode object, String field, String otherwise) {
        String text = Json.text(object, field);
        return text == null ? otherwise : text;
    }
}
