package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Common;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writing a subscription's fields directly. Amounts and quantities apply from the next period on, without proration; a
 * status is reached by the same transitions that the actions use, and one that has no such way is refused.
 */
final class SubscriptionEdit {
    private SubscriptionEdit() {}

    static void apply(Work work, ObjectNode subscription, ObjectNode input) {
        if (!Lifecycle.isLive(subscription) && !(input.size() == 1 && input.has("metadata"))) {
            throw Refusal.notNow(
                    "A subscription that is " + Json.text(subscription, "status") + " cannot be changed any more.");
        }
        ObjectNode before = subscription.deepCopy();
        metadata(subscription, input);
        for (String flag : new String[] {"pause_at_period_end", "cancel_at_period_end"}) {
            if (input.has(flag)) {
                subscription.set("_" + flag, input.get(flag));
            }
        }
        amounts(work, subscription, input);
        dates(work, subscription, input);
        Lifecycle.save(work, subscription);
        Lifecycle.tell(work, "subscription.updated", subscription, EventLog.changed(before, subscription));
        String status = Json.text(input, "status");
        if (status != null && !status.equals(Json.text(subscription, "status"))) {
            move(work, subscription, status);
        }
    }

    private static void metadata(ObjectNode subscription, ObjectNode input) {
        ObjectNode holder = Json.object();
        if (subscription.get("_metadata") instanceof ObjectNode metadata) {
            holder.set("metadata", metadata);
        }
        Common.mergeMetadata(holder, input);
        if (holder.has("metadata")) {
            subscription.set("_metadata", holder.get("metadata"));
        }
    }

    private static void amounts(Work work, ObjectNode subscription, ObjectNode input) {
        if (input.has("amount_minor") || input.has("quantity")) {
            for (String field : new String[] {"amount_minor", "quantity"}) {
                if (input.has(field)) {
                    subscription.set(field, input.get(field));
                }
            }
            SubscriptionItems.follow(work, subscription);
        }
    }

    private static void dates(Work work, ObjectNode subscription, ObjectNode input) {
        Instant end = Times.need(subscription, "current_period_end");
        if (input.has("billing_anchor_day")) {
            subscription.set("_anchor_day", input.get("billing_anchor_day"));
            if ("active".equals(Json.text(subscription, "status"))) {
                Instant next = Periods.cadence(subscription).next(work.now());
                end = next;
            }
        }
        Instant wanted = Times.of(input, "next_billing_date");
        if (wanted != null) {
            if (!wanted.isAfter(work.now())) {
                throw Refusal.invalid("next_billing_date", "next_billing_date must be in the future.");
            }
            end = wanted;
            subscription.put("_anchor_day", wanted.atZone(ZoneOffset.UTC).getDayOfMonth());
        }
        subscription.put("current_period_end", Times.text(end));
        if ("trialing".equals(Json.text(subscription, "status"))) {
            subscription.put("trial_end", Times.text(end));
        }
    }

    private static void move(Work work, ObjectNode subscription, String to) {
        String from = Json.need(subscription, "status");
        switch (to) {
            case "canceled", "expired" -> Lifecycle.end(work, subscription, to);
            case "paused" -> Lifecycle.pause(work, subscription, Json.object().put("behavior", "keep_as_draft"));
            case "past_due" -> {
                requireFrom(from, to, Set.of("active"));
                Lifecycle.fallBehind(work, subscription);
            }
            case "active" -> {
                requireFrom(from, to, Set.of("paused", "past_due", "trialing"));
                activate(work, subscription, from);
            }
            default -> requireFrom(from, to, Set.of());
        }
    }

    private static void activate(Work work, ObjectNode subscription, String from) {
        switch (from) {
            case "paused" -> Lifecycle.resume(work, subscription);
            case "past_due" -> Collection.recovered(work, subscription);
            default -> {
                subscription.put("trial_end", work.nowText());
                Lifecycle.endTrial(work, subscription, work.now());
            }
        }
    }

    private static void requireFrom(String from, String to, Set<String> allowed) {
        if (!allowed.contains(from)) {
            throw Refusal.invalid("status", "A subscription that is " + from + " cannot become " + to + ".");
        }
    }
}
