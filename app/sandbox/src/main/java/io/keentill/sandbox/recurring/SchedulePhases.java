package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.FieldCheck;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Pricing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The phases of a schedule: they follow each other without a gap and bill prices of one currency and period. */
final class SchedulePhases {
    private SchedulePhases() {}

    /** The phases of {@code input} with all dates written out as ISO 8601. */
    static ArrayNode checked(Work work, ObjectNode input, @Nullable ObjectNode subscription) {
        ArrayNode phases = (ArrayNode) input.get("phases");
        JsonNode shift = input.get("start_date");
        for (int i = 0; i < phases.size(); i++) {
            ObjectNode phase = (ObjectNode) phases.get(i);
            dates(work, phase, i == 0 ? shift : null);
            items(work, phase, "phases[" + i + "]", subscription);
        }
        for (int i = 0; i < phases.size(); i++) {
            chain(phases, i);
        }
        return phases;
    }

    /** What a phase bills, as items. */
    static List<ObjectNode> inputs(Work work, ObjectNode phase) {
        List<ObjectNode> inputs = new ArrayList<>();
        for (JsonNode item : phase.get("items")) {
            Offer offer = Offer.price(work, Json.need(item, "price_id"), "price_id");
            ObjectNode one = Json.object().put("product_id", offer.productId()).put("price_id", offer.priceId());
            one.put("description", offer.description()).put("quantity", Json.whole(item, "quantity"));
            one.put("currency", offer.currency()).put("unit_amount_minor", offer.unitAmount());
            inputs.add(one.put("fulfillment_type", offer.fulfillment()));
        }
        return inputs;
    }

    /** The price that gives a phase its period and currency. */
    static Offer lead(Work work, ObjectNode phase) {
        return Offer.price(work, Json.need(phase.get("items").get(0), "price_id"), "price_id");
    }

    /** How a phase is collected. */
    static void terms(ObjectNode subscription, ObjectNode phase) {
        String method = Json.text(phase, "default_payment_method");
        if (method != null) {
            subscription.put("_payment_method_id", method);
        }
        subscription.put(Collection.BY_HAND, "send_invoice".equals(Json.text(phase, "collection_method")));
        subscription.put(Collection.COUPON, Json.text(phase, "coupon"));
    }

    private static void dates(Work work, ObjectNode phase, @Nullable JsonNode shift) {
        if (shift != null) {
            phase.set("start_date", shift);
        }
        for (String field : List.of("start_date", "end_date", "trial_end")) {
            JsonNode date = phase.get(field);
            if (date != null && !date.isNull()) {
                phase.put(field, Times.text(FieldCheck.moment(date, work.now())));
            }
        }
    }

    private static void items(Work work, ObjectNode phase, String at, @Nullable ObjectNode subscription) {
        Offer lead = lead(work, phase);
        String currency = subscription == null ? String.valueOf(lead.currency()) : Json.need(subscription, "currency");
        for (JsonNode item : phase.get("items")) {
            Offer offer = Offer.price(work, Json.need(item, "price_id"), at + ".items");
            if (!currency.equalsIgnoreCase(String.valueOf(offer.currency()))) {
                throw Refusal.invalid(at + ".items", "All prices of a phase must be in " + currency + ".");
            }
            if (offer.unit() != lead.unit() || offer.count() != lead.count()) {
                throw Refusal.invalid(at + ".items", "All prices of a phase must have the same period.");
            }
        }
        String coupon = Json.text(phase, "coupon");
        if (coupon != null && discount(work, coupon) == null) {
            throw Refusal.invalid(at + ".coupon", "No such discount: " + coupon + ".");
        }
    }

    /** The discount with this id or code. */
    static @Nullable ObjectNode discount(Work work, String coupon) {
        ObjectNode named = work.find(Pricing.DISCOUNT, coupon);
        return named != null
                ? named
                : Query.of(Pricing.DISCOUNT)
                        .where("code", coupon.toUpperCase(Locale.ROOT))
                        .first(work.tx())
                        .orElse(null);
    }

    private static void chain(ArrayNode phases, int i) {
        ObjectNode phase = (ObjectNode) phases.get(i);
        boolean last = i == phases.size() - 1;
        Instant start = Times.need(phase, "start_date");
        Instant end = Times.of(phase, "end_date");
        String at = "phases[" + i + "].end_date";
        if (!last) {
            Instant next = Times.need(phases.get(i + 1), "start_date");
            if (end != null && !end.equals(next)) {
                throw Refusal.invalid(at, "A phase must end when the next one starts.");
            }
            end = next;
        }
        if (end != null && !end.isAfter(start)) {
            throw Refusal.invalid(at, "A phase must end after it starts.");
        }
        phase.put("end_date", end == null ? null : Times.text(end));
    }
}
