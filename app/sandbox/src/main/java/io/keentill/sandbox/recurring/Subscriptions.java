package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Subscriptions (API reference B.24, C.5). What a caller may write but never reads is kept inside, in fields that start
 * with an underscore. {@code amount_minor} is what one unit of the main item costs a period.
 */
public final class Subscriptions {
    /** The kind of stored subscriptions. */
    public static final String SUBSCRIPTION = "subscription";

    private static final String PATH = "/subscriptions";

    static final Shape NEW_SUBSCRIPTION = Shape.of(
            text("customer_id", 255).must(),
            text("business_id", 255).orNull(),
            text("product_id", 255).orNull(),
            text("plan_id", 255).orNull(),
            text("price_id", 255).orNull(),
            text("payment_method_id", 255).orNull(),
            time("start_date").orNull(),
            currency("currency"),
            whole("quantity", 1, SubscriptionItems.MOST_UNITS).or(1),
            time("trial_end").orNull(),
            whole("billing_anchor_day", 1, 31).orNull(),
            flag("pause_at_period_end").or(false),
            flag("cancel_at_period_end").or(false),
            time("billing_starts_on").orNull(),
            choice("billing_end_strategy", "indefinite", "on_date", "after_cycles")
                    .orNull(),
            time("billing_ends_on").orNull(),
            whole("billing_max_cycles", 1).orNull(),
            choice("proration_mode", "immediate", "next_invoice", "none").or("next_invoice"),
            map("metadata"));

    static final Shape CHANGED = Shape.of(
            choice("status", "trialing", "active", "past_due", "paused", "canceled", "expired"),
            whole("amount_minor", 0, SubscriptionItems.MOST_MINOR),
            whole("quantity", 1, SubscriptionItems.MOST_UNITS),
            time("next_billing_date"),
            whole("billing_anchor_day", 1, 31),
            flag("pause_at_period_end"),
            flag("cancel_at_period_end"),
            map("metadata"));

    private static final Shape PAUSE = Shape.of(
            choice("behavior", "keep_as_draft", "mark_uncollectible", "void").or("keep_as_draft"),
            time("resumes_at").orNull());

    private static final Shape CANCEL = Shape.of(
            choice("mode", "immediately", "period_end").must(),
            text("reason", 500).orNull());

    private static final List<Filter> FILTERS = List.of(
            Filter.choice(
                    "status",
                    "active",
                    "canceled",
                    "past_due",
                    "trialing",
                    "paused",
                    "incomplete",
                    "incomplete_expired"),
            Filter.equal("customerId", "customer_id"));

    private Subscriptions() {}

    /** Subscriptions and everything that can be done with one. */
    static Resource subscriptions() {
        Resource all = Resource.of(SUBSCRIPTION, PATH).scopes("subscriptions").formerlyCamel();
        all.endpoint("POST", PATH, NEW_SUBSCRIPTION, call -> answer(201, call, NewSubscription.make(call)));
        all.endpoint("GET", PATH, Shape.EMPTY, Subscriptions::list);
        all.endpoint("GET", PATH + "/{id}", Shape.EMPTY, call -> answer(200, call, all.found(call)));
        all.endpoint("PATCH", PATH + "/{id}", CHANGED, call -> {
            ObjectNode subscription = all.found(call);
            SubscriptionEdit.apply(call.work(), subscription, call.input());
            return answer(200, call, subscription);
        });
        all.endpoint("DELETE", PATH + "/{id}", Shape.EMPTY, call -> delete(call.work(), all.found(call)));
        action(all, "pause", PAUSE, Lifecycle::pause);
        action(all, "resume", Shape.EMPTY, (work, subscription, input) -> Lifecycle.resume(work, subscription));
        action(all, "cancel", CANCEL, Lifecycle::cancel);
        action(all, "reactivate", Shape.EMPTY, (work, subscription, input) -> Lifecycle.reactivate(work, subscription));
        all.endpoint(
                "POST",
                PATH + "/{id}/preview-renewal",
                RenewalPreview.INPUT,
                call -> RenewalPreview.answer(call, all.found(call)));
        return PlanChanges.addTo(all);
    }

    /** A change of state that the caller asks for; it saves what it changed. */
    interface Action {
        void apply(Work work, ObjectNode subscription, ObjectNode input);
    }

    private static void action(Resource all, String name, Shape shape, Action action) {
        all.endpoint("POST", PATH + "/{id}/" + name, shape, call -> {
            ObjectNode subscription = all.found(call);
            action.apply(call.work(), subscription, call.input());
            return answer(200, call, subscription);
        });
    }

    private static Reply list(Call call) {
        Query query = Query.of(SUBSCRIPTION);
        for (Filter filter : FILTERS) {
            String text = call.param(filter.param());
            if (text != null) {
                filter.apply().accept(query, text);
            }
        }
        List<ObjectNode> all = query.all(call.work().tx()).stream()
                .map(subscription -> SubscriptionView.of(call.work(), subscription))
                .toList();
        return Reply.of(200, Paging.P10.answer(call, all, PATH));
    }

    /** Ends it at once, as its SDK name "cancel" says; the record stays. One that has ended stays as it is. */
    private static Reply delete(Work work, ObjectNode subscription) {
        if (Lifecycle.isLive(subscription)) {
            Lifecycle.end(work, subscription, "canceled");
        }
        return Reply.of(200, Json.object().put("success", true));
    }

    private static Reply answer(int status, Call call, ObjectNode subscription) {
        ObjectNode body = Json.object();
        body.set("data", SubscriptionView.of(call.work(), subscription));
        return Reply.of(status, body);
    }

    /** Ends a subscription for its customer, now or with its period; one that ends or has ended stays as it is. */
    public static void cancel(Work work, ObjectNode subscription, boolean atPeriodEnd, @Nullable String reason) {
        boolean flagged = Json.yes(subscription, "_cancel_at_period_end");
        if (!Lifecycle.isLive(subscription) || (atPeriodEnd && flagged)) {
            return;
        }
        ObjectNode how = Json.object().put("mode", atPeriodEnd ? "period_end" : "immediately");
        Lifecycle.cancel(work, subscription, how.put("reason", reason));
    }

    /** What a stored subscription bills each period without usage, in minor units. */
    public static long periodAmount(ObjectNode subscription) {
        long main = Math.multiplyExact(Json.whole(subscription, "amount_minor"), Json.whole(subscription, "quantity"));
        return Math.addExact(main, Json.whole(subscription, SubscriptionItems.OTHERS));
    }

    /** The subscription with this id, or a 404. */
    static ObjectNode need(Work work, String id) {
        ObjectNode subscription = work.find(SUBSCRIPTION, id);
        if (subscription == null) {
            throw Refusal.missing("subscription", id);
        }
        return subscription;
    }
}
