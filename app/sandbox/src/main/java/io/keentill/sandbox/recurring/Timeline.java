package io.keentill.sandbox.recurring;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What subscriptions and schedules do by themselves, in the order in which it was due, each at its own moment: after a
 * jump of the clock every missed period is billed on its day.
 */
final class Timeline {
    /** No tick does more than this; the next one goes on. */
    private static final int MOST_STEPS = 5000;

    private record Next(String kind, String id, long due) {}

    private Timeline() {}

    /** Does everything that is due at {@code work.now()}. */
    static void run(Work work) {
        noticePayments(work);
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<Next> next = next(work);
            if (next.isEmpty()) {
                return;
            }
            Next due = next.get();
            ObjectNode object = Objects.requireNonNull(work.find(due.kind(), due.id()));
            Work then = Times.at(work, moment(object, due.due()));
            if (due.kind().equals(Subscriptions.SUBSCRIPTION)) {
                step(then, object);
            } else {
                ScheduleRun.step(then, object);
            }
        }
    }

    private static Optional<Next> next(Work work) {
        return work.tx()
                .first(
                        row -> new Next(row.getString(1), row.getString(2), row.getLong(3)),
                        """
                        SELECT kind, id, json_extract(body, '$._due') FROM objects
                        WHERE json_extract(body, '$._due') IS NOT NULL AND json_extract(body, '$._due') <= ?
                        ORDER BY json_extract(body, '$._due'), seq LIMIT 1""",
                        work.now().toEpochMilli());
    }

    /** When it was due, but never before the object's last change, so that its history does not run backwards. */
    private static Instant moment(ObjectNode object, long due) {
        Instant planned = Instant.ofEpochMilli(due);
        Instant changed = Times.of(object, "updated_at");
        return changed != null && changed.isAfter(planned) ? changed : planned;
    }

    /** An invoice that was paid in some other way ends the dunning at once. */
    private static void noticePayments(Work work) {
        for (ObjectNode subscription :
                Query.of(Subscriptions.SUBSCRIPTION).where("status", "past_due").all(work.tx())) {
            if (Collection.isSettled(work, subscription)) {
                Collection.recovered(work, subscription);
            }
        }
    }

    private static void step(Work work, ObjectNode subscription) {
        Instant at = work.now();
        switch (Json.need(subscription, "status")) {
            case "pending" -> Lifecycle.begin(work, subscription);
            case "trialing" -> trial(work, subscription, at);
            case "active" -> active(work, subscription, at);
            case "past_due" -> Collection.retry(work, subscription);
            case "paused" -> paused(work, subscription, at);
            default -> throw new IllegalStateException("nothing is due in this state");
        }
    }

    private static void trial(Work work, ObjectNode subscription, Instant at) {
        Instant warning = Lifecycle.trialMoment(subscription);
        if (warning != null && !warning.isAfter(at)) {
            Lifecycle.warnOfTrialEnd(work, subscription);
        } else {
            Lifecycle.endTrial(work, subscription, Times.need(subscription, "trial_end"));
        }
    }

    private static void active(Work work, ObjectNode subscription, Instant at) {
        Instant end = Times.need(subscription, "current_period_end");
        if (due(Times.of(subscription.path(PlanChanges.PENDING), "effective_at"), at)) {
            PlanChanges.applyPending(work, subscription);
        } else if (due(Times.of(subscription, "_billing_ends_on"), at)) {
            Lifecycle.end(work, subscription, "expired");
        } else if (due(end, at)) {
            Periods.turn(work, subscription, end);
        } else {
            Collection.chase(work, subscription);
        }
    }

    private static void paused(Work work, ObjectNode subscription, Instant at) {
        if (due(Times.of(subscription, "_resumes_at"), at)) {
            Lifecycle.resume(work, subscription);
        } else {
            Periods.renew(work, subscription, Times.need(subscription, "current_period_end"));
        }
    }

    private static boolean due(@org.jspecify.annotations.Nullable Instant moment, Instant at) {
        return moment != null && !moment.isAfter(at);
    }
}
