package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Customers;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes a subscription from what its request says and what its price or product says where the request does not. */
final class NewSubscription {
    private NewSubscription() {}

    /** A new subscription, begun when its start is not in the future. */
    static ObjectNode make(Call call) {
        Work work = call.work();
        ObjectNode input = call.input();
        if (work.find(Customers.CUSTOMER, Json.need(input, "customer_id")) == null) {
            throw Refusal.invalid("customer_id", "No such customer: " + Json.text(input, "customer_id") + ".");
        }
        Offer offer = Offer.named(work, input);
        checkEnd(input);
        String method = Json.text(input, "payment_method_id");
        if (method != null) {
            Collection.requireMethod(work, method, Json.need(input, "customer_id"));
        }
        ObjectNode subscription = store(work, input, offer);
        Lifecycle.tell(work, "subscription.created", subscription, Json.object());
        if (!Times.need(subscription, "current_period_start").isAfter(work.now())) {
            Lifecycle.begin(work, subscription);
        }
        return subscription;
    }

    /** The subscription that a schedule's first phase makes. */
    static ObjectNode ofPhase(Work work, String customer, ObjectNode phase) {
        Offer offer = SchedulePhases.lead(work, phase);
        ObjectNode input = Json.object().put("customer_id", customer).put("quantity", 1);
        input.put("proration_mode", "next_invoice");
        Json.copy(phase, input, "start_date", "trial_end", "metadata");
        ObjectNode subscription = store(work, input, offer);
        SchedulePhases.terms(subscription, phase);
        SubscriptionItems.replace(work, subscription, SchedulePhases.inputs(work, phase));
        Lifecycle.save(work, subscription);
        Lifecycle.tell(work, "subscription.created", subscription, Json.object());
        Lifecycle.begin(work, subscription);
        return subscription;
    }

    private static ObjectNode store(Work work, ObjectNode input, Offer offer) {
        Instant start = or(Times.of(input, "start_date"), work.now());
        ObjectNode subscription = Json.object().put("id", work.ids().uuid());
        subscription.put("merchant_id", Customers.MERCHANT);
        Json.copy(input, subscription, "customer_id");
        subscription.put("product_id", offer.productId()).put("price_id", offer.priceId());
        subscription.put("plan_id", offer.planId()).put("status", "pending");
        Json.copy(input, subscription, "quantity");
        subscription.put("amount_minor", offer.unitAmount()).put("currency", currency(input, offer));
        subscription.put("billing_interval", offer.unit().word());
        Instant trialEnd = trialEnd(input, offer, start);
        subscription.put("current_period_start", Times.text(start));
        subscription.put("current_period_end", Times.text(or(trialEnd, start)));
        subscription.put("trial_end", trialEnd == null ? null : Times.text(trialEnd));
        subscription.putNull("canceled_at");
        subscription.put("created_at", work.nowText()).put("updated_at", work.nowText());
        keepInside(subscription, input, offer, or(trialEnd, start));
        Lifecycle.insert(work, subscription);
        if (offer.productId() != null || offer.priceId() != null) {
            SubscriptionItems.add(work, subscription, offer);
        }
        return subscription;
    }

    private static void keepInside(ObjectNode subscription, ObjectNode input, Offer offer, Instant firstCharge) {
        int day = (int) Json.whole(input, "billing_anchor_day");
        Cadence cadence = offer.cadence(firstCharge);
        subscription.put("_interval_count", offer.count());
        subscription.put("_anchor_day", day == 0 ? cadence.anchorDay() : day);
        subscription.put("_first_charge", offer.firstCharge());
        for (String field : new String[] {
            "business_id",
            "payment_method_id",
            "pause_at_period_end",
            "cancel_at_period_end",
            "proration_mode",
            "billing_ends_on",
            "metadata"
        }) {
            if (input.has(field)) {
                subscription.set("_" + field, input.get(field));
            }
        }
        long cycles = input.has("billing_max_cycles") ? Json.whole(input, "billing_max_cycles") : offer.maxCycles();
        boolean endless = "indefinite".equals(Json.text(input, "billing_end_strategy"));
        subscription.put("_max_cycles", endless ? 0 : cycles).put("_cycles", 0);
    }

    private static void checkEnd(ObjectNode input) {
        String strategy = Json.text(input, "billing_end_strategy");
        if ("on_date".equals(strategy) && !Json.has(input, "billing_ends_on")) {
            throw Refusal.invalid("billing_ends_on", "billing_end_strategy on_date needs billing_ends_on.");
        }
        if ("after_cycles".equals(strategy) && !Json.has(input, "billing_max_cycles")) {
            throw Refusal.invalid("billing_max_cycles", "billing_end_strategy after_cycles needs billing_max_cycles.");
        }
    }

    private static String currency(ObjectNode input, Offer offer) {
        String asked = Json.text(input, "currency");
        String priced = offer.currency();
        if (asked != null && priced != null && !asked.equalsIgnoreCase(priced)) {
            throw Refusal.invalid("currency", "The price is in " + priced + ", not in " + asked + ".");
        }
        String currency = asked != null ? asked : priced != null ? priced : "USD";
        return currency.toUpperCase(Locale.ROOT);
    }

    /** Until when nothing is charged: the trial, or the later day that billing starts on; null for at once. */
    private static @Nullable Instant trialEnd(ObjectNode input, Offer offer, Instant start) {
        Instant trial = Times.of(input, "trial_end");
        if (trial == null && offer.trialDays() > 0) {
            trial = start.plus(Duration.ofDays(offer.trialDays()));
        }
        Instant billing = Times.of(input, "billing_starts_on");
        if (billing != null && (trial == null || billing.isAfter(trial))) {
            trial = billing;
        }
        return trial != null && trial.isAfter(start) ? trial : null;
    }

    private static Instant or(@Nullable Instant first, Instant second) {
        return first == null ? second : first;
    }
}
