package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.moment;
import static io.keentill.sandbox.api.Field.objects;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Common;
import io.keentill.sandbox.shop.Customers;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Subscription schedules (API reference B.24, C.6): phases that a subscription goes through, one after the other. */
final class SubscriptionSchedules {
    /** The kind of stored schedules. */
    static final String SCHEDULE = "subscription_schedule";

    /** When the first phase starts, in Unix seconds. */
    private static final String SCHEDULED = "_scheduled";

    private static final String PATH = "/subscription-schedules";

    private static final Shape PHASE_ITEM = Shape.of(
            text("price_id", 255).must(),
            whole("quantity", 1, SubscriptionItems.MOST_UNITS).or(1));

    private static final Shape PHASE = Shape.of(
            objects("items", 1, 20, PHASE_ITEM).must(),
            moment("start_date").must(),
            moment("end_date").orNull(),
            choice("proration_behavior", "create_prorations", "none", "always_invoice"),
            text("billing_cycle_anchor", 40).orNull(),
            text("default_payment_method", 255).orNull(),
            choice("collection_method", "charge_automatically", "send_invoice").or("charge_automatically"),
            text("coupon", 255).orNull(),
            moment("trial_end").orNull(),
            map("metadata"));

    private static final Shape NEW_SCHEDULE = Shape.of(
            objects("phases", 1, 50, PHASE).must(),
            text("customer", 255).orNull(),
            text("subscription", 255).orNull(),
            moment("start_date").orNull(),
            choice("end_behavior", "cancel", "release").or("cancel"),
            map("metadata"));

    private static final Shape CHANGED = NEW_SCHEDULE
            .change("phases", "end_behavior", "metadata")
            .and(choice("proration_behavior", "create_prorations", "none", "always_invoice"));

    private SubscriptionSchedules() {}

    static Resource schedules() {
        Resource all = Resource.of(SCHEDULE, PATH)
                .scopes("subscription_schedules")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .list(
                        Paging.P2,
                        Filter.equal("customer"),
                        Filter.equal("subscription"),
                        Filter.choice("status", "not_started", "active", "completed", "canceled", "released"),
                        new Filter(
                                "scheduled_gte",
                                (query, text) -> query.atLeast(SCHEDULED, Filter.seconds("scheduled_gte", text))),
                        new Filter(
                                "scheduled_lte",
                                (query, text) -> query.below(SCHEDULED, Filter.seconds("scheduled_lte", text) + 1)))
                .read();
        all.endpoint("POST", PATH, NEW_SCHEDULE, call -> all.single(201, call, create(call)));
        all.endpoint("POST", PATH + "/{id}", CHANGED, call -> all.single(200, call, change(call, all.found(call))));
        all.endpoint(
                "POST",
                PATH + "/{id}/cancel",
                Shape.of(flag("invoice_now").or(false), flag("prorate").or(false)),
                call -> all.single(200, call, cancel(call, all.found(call))));
        return all.endpoint(
                "POST",
                PATH + "/{id}/release",
                Shape.of(flag("preserve_cancel_date").or(false)),
                call -> all.single(200, call, release(call, all.found(call))));
    }

    private static ObjectNode create(Call call) {
        Work work = call.work();
        ObjectNode input = call.input();
        ObjectNode subscription = subscription(work, input);
        String customer = customer(work, input, subscription);
        ArrayNode phases = SchedulePhases.checked(work, input, subscription);
        Instant start = Times.need(phases.get(0), "start_date");
        ObjectNode schedule = Json.object().put("id", work.ids().prefixed("sub_sched_"));
        schedule.put("object", "subscription_schedule").put("status", "not_started");
        schedule.put("customer", customer);
        schedule.put("subscription", subscription == null ? null : Json.need(subscription, "id"));
        schedule.putNull("current_phase").set("phases", phases);
        Json.copy(input, schedule, "end_behavior");
        schedule.putNull("released_at").putNull("released_subscription");
        schedule.set("metadata", input.has("metadata") ? input.get("metadata") : Json.object());
        schedule.put("created", work.now().getEpochSecond()).put("livemode", false);
        schedule.put(SCHEDULED, start.getEpochSecond()).put(ScheduleRun.PHASE, -1);
        schedule.put(Lifecycle.DUE, start.toEpochMilli());
        work.insert(SCHEDULE, schedule);
        if (!start.isAfter(work.now())) {
            ScheduleRun.step(work, schedule);
        }
        return schedule;
    }

    private static ObjectNode change(Call call, ObjectNode schedule) {
        Work work = call.work();
        ObjectNode input = call.input();
        requireRunning(schedule, "changed");
        JsonNode proration = input.remove("proration_behavior");
        if (input.has("phases")) {
            ObjectNode subscription = work.find(Subscriptions.SUBSCRIPTION, Json.text(schedule, "subscription"));
            ArrayNode phases = SchedulePhases.checked(work, input, subscription);
            schedule.set("phases", phases);
            schedule.put(SCHEDULED, Times.need(phases.get(0), "start_date").getEpochSecond());
            input.remove("phases");
        }
        Common.merge(schedule, input);
        ScheduleRun.replan(work, schedule, proration == null ? null : proration.stringValue());
        work.save(SCHEDULE, schedule);
        return schedule;
    }

    private static ObjectNode cancel(Call call, ObjectNode schedule) {
        Work work = call.work();
        requireRunning(schedule, "canceled");
        ScheduleRun.close(work, schedule, "canceled");
        ObjectNode subscription = work.find(Subscriptions.SUBSCRIPTION, Json.text(schedule, "subscription"));
        if (subscription != null && Lifecycle.isLive(subscription)) {
            ScheduleRun.settle(
                    work, subscription, Json.yes(call.input(), "prorate"), Json.yes(call.input(), "invoice_now"));
            Lifecycle.end(work, subscription, "canceled");
        }
        return schedule;
    }

    private static ObjectNode release(Call call, ObjectNode schedule) {
        requireRunning(schedule, "released");
        ScheduleRun.release(call.work(), schedule, Json.yes(call.input(), "preserve_cancel_date"));
        return schedule;
    }

    private static void requireRunning(ObjectNode schedule, String done) {
        String status = Json.need(schedule, "status");
        if (!status.equals("not_started") && !status.equals("active")) {
            throw Refusal.notNow("A schedule that is " + status + " cannot be " + done + ".");
        }
    }

    private static @Nullable ObjectNode subscription(Work work, ObjectNode input) {
        ObjectNode subscription = Common.named(work, Subscriptions.SUBSCRIPTION, input, "subscription");
        if (subscription == null) {
            return null;
        }
        if (!Lifecycle.isLive(subscription)) {
            throw Refusal.invalid("subscription", "This subscription is " + Json.text(subscription, "status") + ".");
        }
        boolean taken = Query.of(SCHEDULE)
                .where("subscription", Json.need(subscription, "id"))
                .whereIn("status", "not_started", "active")
                .first(work.tx())
                .isPresent();
        if (taken) {
            throw Refusal.invalid("subscription", "This subscription already has a schedule.");
        }
        return subscription;
    }

    private static String customer(Work work, ObjectNode input, @Nullable ObjectNode subscription) {
        ObjectNode customer = Common.named(work, Customers.CUSTOMER, input, "customer");
        if (subscription == null) {
            if (customer == null) {
                throw Refusal.invalid("customer", "A schedule without a subscription needs a customer.");
            }
            return Json.need(customer, "id");
        }
        String owner = Json.need(subscription, "customer_id");
        if (customer != null && !Objects.equals(owner, Json.text(customer, "id"))) {
            throw Refusal.invalid("customer", "The subscription belongs to another customer.");
        }
        return owner;
    }
}
