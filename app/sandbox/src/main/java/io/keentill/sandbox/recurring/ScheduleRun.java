package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a schedule from phase to phase and, at its end, cancels its subscription or lets it go on by itself. */
final class ScheduleRun {
    /** Which phase it is in, from 0; -1 before the first. */
    static final String PHASE = "_phase";

    private ScheduleRun() {}

    /** The next phase begins, or the last one has ended. */
    static void step(Work work, ObjectNode schedule) {
        int next = (int) Json.whole(schedule, PHASE) + 1;
        ArrayNode phases = (ArrayNode) schedule.get("phases");
        if (next < phases.size()) {
            enter(work, schedule, next, null);
            return;
        }
        finish(work, schedule);
    }

    /** After a change of its phases: into the phase that holds now, with its items settled where they differ. */
    static void replan(Work work, ObjectNode schedule, @Nullable String proration) {
        ArrayNode phases = (ArrayNode) schedule.get("phases");
        if (Json.need(schedule, "status").equals("not_started")) {
            Instant start = Times.need(phases.get(0), "start_date");
            schedule.put(Lifecycle.DUE, start.toEpochMilli());
            return;
        }
        for (int i = 0; i < phases.size(); i++) {
            Instant end = Times.of(phases.get(i), "end_date");
            boolean holds = !Times.need(phases.get(i), "start_date").isAfter(work.now())
                    && (end == null || end.isAfter(work.now()));
            if (holds) {
                enter(work, schedule, i, proration);
                return;
            }
        }
        throw Refusal.invalid("phases", "A schedule that is active needs a phase for the present time.");
    }

    /** Ends the schedule without touching its subscription. */
    static void close(Work work, ObjectNode schedule, String status) {
        schedule.put("status", status).putNull("current_phase");
        schedule.remove(Lifecycle.DUE);
        work.save(SubscriptionSchedules.SCHEDULE, schedule);
    }

    /** Lets the subscription go on by itself. */
    static void release(Work work, ObjectNode schedule, boolean keepCancelDate) {
        String id = Json.text(schedule, "subscription");
        schedule.put("released_at", work.now().getEpochSecond()).put("released_subscription", id);
        schedule.putNull("subscription");
        close(work, schedule, "released");
        ObjectNode subscription = work.find(Subscriptions.SUBSCRIPTION, id);
        if (subscription != null && Lifecycle.isLive(subscription) && !keepCancelDate) {
            subscription.put("_cancel_at_period_end", false);
            Lifecycle.save(work, subscription);
        }
    }

    /** A subscription has ended by other means: its schedule has nothing left to do. */
    static void subscriptionEnded(Work work, ObjectNode subscription) {
        Query.of(SubscriptionSchedules.SCHEDULE)
                .where("subscription", Json.need(subscription, "id"))
                .whereIn("status", "not_started", "active")
                .all(work.tx())
                .forEach(schedule -> close(work, schedule, "canceled"));
    }

    /** Before a cancellation: credits the time left, and invoices what waits. */
    static void settle(Work work, ObjectNode subscription, boolean prorate, boolean invoiceNow) {
        if (prorate && Json.need(subscription, "status").equals("active")) {
            long left = Proration.cut(
                            SubscriptionItems.total(work, subscription),
                            Times.need(subscription, "current_period_start"),
                            Times.need(subscription, "current_period_end"),
                            work.now())
                    .unused();
            PlanChanges.later(
                    subscription, List.of(Line.of("Unused time", Json.text(subscription, "product_id"), 1, -left)));
        }
        if (invoiceNow) {
            Instant start = Times.need(subscription, "current_period_start");
            Collection.bill(work, subscription, Metered.lines(work, subscription, start, work.now()));
            subscription.put(Periods.USAGE_BILLED, true);
        }
    }

    private static void enter(Work work, ObjectNode schedule, int index, @Nullable String proration) {
        ObjectNode phase = (ObjectNode) schedule.get("phases").get(index);
        Instant start = Times.need(phase, "start_date");
        Instant end = Times.of(phase, "end_date");
        schedule.put("status", "active").put(PHASE, index);
        ObjectNode current = schedule.putObject("current_phase").put("start_date", start.getEpochSecond());
        current.put("end_date", end == null ? null : Long.valueOf(end.getEpochSecond()));
        if (end == null) {
            schedule.remove(Lifecycle.DUE);
        } else {
            schedule.put(Lifecycle.DUE, end.toEpochMilli());
        }
        ObjectNode subscription = work.find(Subscriptions.SUBSCRIPTION, Json.text(schedule, "subscription"));
        if (subscription == null) {
            subscription = NewSubscription.ofPhase(work, Json.need(schedule, "customer"), phase);
            schedule.put("subscription", Json.need(subscription, "id"));
        } else if (Lifecycle.isLive(subscription)) {
            adopt(work, subscription, phase, proration);
        }
        work.save(SubscriptionSchedules.SCHEDULE, schedule);
    }

    private static void adopt(Work work, ObjectNode subscription, ObjectNode phase, @Nullable String proration) {
        List<ObjectNode> items = SchedulePhases.inputs(work, phase);
        Offer lead = SchedulePhases.lead(work, phase);
        ObjectNode main = Json.object().put("product_id", lead.productId()).put("price_id", lead.priceId());
        main.put("amount_minor", lead.unitAmount()).put("quantity", Json.whole(items.getFirst(), "quantity"));
        boolean restart = "phase_start".equals(Json.text(phase, "billing_cycle_anchor"));
        Instant start = Times.need(subscription, "current_period_start");
        SchedulePhases.terms(subscription, phase);
        Swap.Result result = Swap.apply(
                work,
                subscription,
                new Swap.Target(items, main, lead.cadence(start), restart),
                behavior(proration == null ? Json.text(phase, "proration_behavior") : proration),
                work.now());
        Lifecycle.save(work, subscription);
        Lifecycle.tell(work, "subscription.updated", subscription, result.former());
    }

    private static String behavior(@Nullable String word) {
        return switch (word) {
            case "none" -> "none";
            case "always_invoice" -> "invoice_immediately";
            case null, default -> "next_invoice";
        };
    }

    private static void finish(Work work, ObjectNode schedule) {
        if ("release".equals(Json.text(schedule, "end_behavior"))) {
            release(work, schedule, false);
            return;
        }
        close(work, schedule, "completed");
        ObjectNode subscription = work.find(Subscriptions.SUBSCRIPTION, Json.text(schedule, "subscription"));
        if (subscription != null && Lifecycle.isLive(subscription)) {
            Lifecycle.end(work, subscription, "canceled");
        }
    }
}
