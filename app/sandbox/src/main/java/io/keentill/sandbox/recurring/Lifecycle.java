package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The states of a subscription (API reference C.5) and what leads from one to the next. Every change is saved here with
 * the next moment at which the subscription has something to do by itself.
 */
final class Lifecycle {
    /** When it next has something to do, in milliseconds since 1970; absent when never. */
    static final String DUE = "_due";

    private static final Set<String> DEAD = Set.of("canceled", "expired");
    private static final Duration TRIAL_WARNING = Duration.ofDays(3);

    private Lifecycle() {}

    /** Whether it has neither been canceled nor run out. */
    static boolean isLive(ObjectNode subscription) {
        return !DEAD.contains(Json.need(subscription, "status"));
    }

    /** Its start has come: into the trial, or into the first period. */
    static void begin(Work work, ObjectNode subscription) {
        Instant trialEnd = Times.of(subscription, "trial_end");
        Instant start = Times.need(subscription, "current_period_start");
        if (trialEnd != null && trialEnd.isAfter(start)) {
            to(subscription, "trialing");
            subscription.put("current_period_end", Times.text(trialEnd));
            save(work, subscription);
            return;
        }
        activate(work, subscription, start);
    }

    /** The first period that is paid begins. */
    static void activate(Work work, ObjectNode subscription, Instant start) {
        String before = to(subscription, "active");
        Periods.enter(work, subscription, start);
        tell(work, "subscription.activated", subscription, was(before));
        Periods.billFirst(work, subscription);
        save(work, subscription);
    }

    static void warnOfTrialEnd(Work work, ObjectNode subscription) {
        subscription.put("_trial_warned", true);
        tell(work, "subscription.trial_ending", subscription, Json.object());
        save(work, subscription);
    }

    static void endTrial(Work work, ObjectNode subscription, Instant at) {
        tell(work, "subscription.trial_ended", subscription, Json.object());
        if (Json.yes(subscription, "_cancel_at_period_end")) {
            end(work, subscription, "canceled");
            return;
        }
        activate(work, subscription, at);
    }

    static void pause(Work work, ObjectNode subscription, ObjectNode input) {
        require(subscription, "active", "paused");
        Instant resumes = Times.of(input, "resumes_at");
        if (resumes != null && !resumes.isAfter(work.now())) {
            throw Refusal.invalid("resumes_at", "resumes_at must be in the future.");
        }
        subscription.put("_pause_behavior", Json.need(input, "behavior"));
        subscription.put("_resumes_at", resumes == null ? null : Times.text(resumes));
        String before = to(subscription, "paused");
        save(work, subscription);
        tell(work, "subscription.paused", subscription, was(before));
    }

    static void resume(Work work, ObjectNode subscription) {
        require(subscription, "paused", "resumed");
        subscription.putNull("_resumes_at");
        String before = to(subscription, "active");
        save(work, subscription);
        tell(work, "subscription.resumed", subscription, was(before));
    }

    static void cancel(Work work, ObjectNode subscription, ObjectNode input) {
        if (!isLive(subscription)) {
            throw Refusal.notNow("This subscription is already " + Json.text(subscription, "status") + ".");
        }
        subscription.put("_cancel_reason", Json.text(input, "reason"));
        if ("immediately".equals(Json.text(input, "mode"))) {
            end(work, subscription, "canceled");
            return;
        }
        subscription.put("_cancel_at_period_end", true);
        save(work, subscription);
        tell(work, "subscription.updated", subscription, Json.object().put("cancel_at_period_end", false));
    }

    static void reactivate(Work work, ObjectNode subscription) {
        boolean flagged = Json.yes(subscription, "_cancel_at_period_end");
        if (!"active".equals(Json.text(subscription, "status")) || !flagged) {
            throw Refusal.notNow(
                    "Only an active subscription that is to be canceled at its period's end can be reactivated.");
        }
        subscription.put("_cancel_at_period_end", false);
        save(work, subscription);
        tell(work, "subscription.updated", subscription, Json.object().put("cancel_at_period_end", true));
    }

    /** Ends it for good, {@code canceled} or {@code expired}; usage up to now is still billed. */
    static void end(Work work, ObjectNode subscription, String status) {
        String before = to(subscription, status);
        Periods.billUsageAtEnd(work, subscription, before);
        Collection.forget(subscription);
        if (status.equals("canceled")) {
            subscription.put("canceled_at", work.nowText());
        }
        subscription.put("_cancel_at_period_end", false);
        save(work, subscription);
        String type = status.equals("canceled") ? "subscription.canceled" : "subscription.updated";
        tell(work, type, subscription, was(before));
        ScheduleRun.subscriptionEnded(work, subscription);
    }

    static void fallBehind(Work work, ObjectNode subscription) {
        String before = to(subscription, "past_due");
        save(work, subscription);
        tell(work, "subscription.past_due", subscription, was(before));
    }

    static void catchUp(Work work, ObjectNode subscription) {
        String before = to(subscription, "active");
        save(work, subscription);
        tell(work, "subscription.updated", subscription, was(before));
    }

    /** Sets the state and gives the former one. */
    static String to(ObjectNode subscription, String status) {
        String before = Json.need(subscription, "status");
        subscription.put("status", status);
        return before;
    }

    static void insert(Work work, ObjectNode subscription) {
        plan(subscription);
        work.insert(Subscriptions.SUBSCRIPTION, subscription);
    }

    static void save(Work work, ObjectNode subscription) {
        plan(subscription);
        work.save(Subscriptions.SUBSCRIPTION, subscription);
    }

    /** Writes an event that shows the subscription with its items. */
    static void tell(Work work, String type, ObjectNode subscription, ObjectNode previous) {
        ObjectNode shown = Json.object().put("object", "subscription");
        shown.setAll(SubscriptionView.of(work, subscription));
        shown.set("items", SubscriptionItems.shown(work, subscription));
        EventLog.write(work, type, shown, previous);
    }

    private static ObjectNode was(String status) {
        return Json.object().put("status", status);
    }

    private static void require(ObjectNode subscription, String status, String done) {
        String actual = Json.need(subscription, "status");
        if (!actual.equals(status)) {
            throw Refusal.notNow(
                    "Only a subscription that is " + status + " can be " + done + "; this one is " + actual + ".");
        }
    }

    private static void plan(ObjectNode subscription) {
        Stream<@Nullable Instant> moments = switch (Json.need(subscription, "status")) {
            case "pending" -> Stream.of(Times.of(subscription, "current_period_start"));
            case "trialing" -> Stream.of(trialMoment(subscription), Times.of(subscription, "trial_end"));
            case "active" ->
                Stream.of(
                        Times.of(subscription, "current_period_end"),
                        Times.of(subscription, "_billing_ends_on"),
                        Times.of(subscription, Collection.COLLECT_AT),
                        Times.of(subscription.path(PlanChanges.PENDING), "effective_at"));
            case "past_due" -> Stream.of(Times.of(subscription, Collection.RETRY_AT));
            case "paused" ->
                Stream.of(Times.of(subscription, "current_period_end"), Times.of(subscription, "_resumes_at"));
            default -> Stream.empty();
        };
        moments.filter(moment -> moment != null)
                .mapToLong(Instant::toEpochMilli)
                .min()
                .ifPresentOrElse(due -> subscription.put(DUE, due), () -> subscription.remove(DUE));
    }

    /** When the coming end of the trial is announced; null once that is done. */
    static @Nullable Instant trialMoment(ObjectNode subscription) {
        Instant end = Times.of(subscription, "trial_end");
        return end == null || Json.yes(subscription, "_trial_warned") ? null : end.minus(TRIAL_WARNING);
    }
}
