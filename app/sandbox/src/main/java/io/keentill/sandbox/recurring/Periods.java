package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Billing periods: what happens when one ends, and what the next one costs. A period is billed in advance with the usage
 * of the one before it.
 */
final class Periods {
    /** Set when the usage of the current period has been invoiced before its end. */
    static final String USAGE_BILLED = "_usage_billed";

    private Periods() {}

    /** The subscription's own cadence. */
    static Cadence cadence(ObjectNode subscription) {
        return new Cadence(
                Cadence.Unit.of(Json.need(subscription, "billing_interval")),
                (int) Json.whole(subscription, "_interval_count"),
                (int) Json.whole(subscription, "_anchor_day"),
                ZoneOffset.UTC);
    }

    /** The period that starts at {@code start} becomes the current one. */
    static void enter(Work work, ObjectNode subscription, Instant start) {
        Instant end = cadence(subscription).next(start);
        subscription.put("current_period_start", Times.text(start)).put("current_period_end", Times.text(end));
    }

    /** Bills the first period, which may be a short one up to the anchor day. */
    static void billFirst(Work work, ObjectNode subscription) {
        Instant start = Times.need(subscription, "current_period_start");
        if (cadence(subscription).isWhole(start) || !waits(subscription)) {
            count(subscription);
        }
        Collection.bill(work, subscription, firstLines(work, subscription, start));
    }

    /** What a first period from {@code start} costs: all, its part of a whole period, or nothing. */
    static List<Line> firstLines(Work work, ObjectNode subscription, Instant start) {
        Cadence cadence = cadence(subscription);
        String behavior = Json.need(subscription, "_first_charge");
        List<Line> whole = SubscriptionItems.lines(work, subscription);
        if (cadence.isWhole(start) || behavior.equals("immediate")) {
            return whole;
        }
        if (waits(subscription)) {
            return List.of();
        }
        Instant end = cadence.next(start);
        Instant wholeStart = cadence.previous(end);
        return whole.stream()
                .map(line -> new Line(
                        line.description() + " (part of a period)",
                        line.productId(),
                        line.quantity(),
                        Proration.cut(line.amount(), wholeStart, end, start).unused()))
                .toList();
    }

    /** The current period has ended: the subscription ends with it, pauses, or goes on. */
    static void turn(Work work, ObjectNode subscription, Instant end) {
        if (Json.yes(subscription, "_cancel_at_period_end")) {
            Lifecycle.end(work, subscription, "canceled");
            return;
        }
        long most = Json.whole(subscription, "_max_cycles");
        if (most > 0 && Json.whole(subscription, "_cycles") >= most) {
            Lifecycle.end(work, subscription, "expired");
            return;
        }
        if (Json.yes(subscription, "_pause_at_period_end")) {
            subscription.put("_pause_at_period_end", false);
            ObjectNode input = Json.object().put("behavior", "keep_as_draft").putNull("resumes_at");
            Lifecycle.pause(work, subscription, input);
            return;
        }
        renew(work, subscription, end);
    }

    /** Into the next period, in the state it is in: a paused one makes its invoices without collecting them. */
    static void renew(Work work, ObjectNode subscription, Instant end) {
        Instant start = Times.need(subscription, "current_period_start");
        List<Line> lines = new ArrayList<>(Metered.lines(work, subscription, start, end));
        enter(work, subscription, end);
        lines.addAll(SubscriptionItems.lines(work, subscription));
        count(subscription);
        Lifecycle.tell(
                work, "subscription.renewed", subscription, Json.object().put("current_period_end", Times.text(end)));
        ObjectNode invoice = Collection.bill(work, subscription, lines);
        closeUsage(work, subscription, start, end, invoice);
        RecurringOrders.make(work, subscription, invoice);
        Lifecycle.save(work, subscription);
    }

    /** What was used since the period began and what changes of plan left to pay is billed when it ends for good. */
    static void billUsageAtEnd(Work work, ObjectNode subscription, String before) {
        if (Json.yes(subscription, USAGE_BILLED) || (!before.equals("active") && !before.equals("past_due"))) {
            return;
        }
        Instant start = Times.need(subscription, "current_period_start");
        Instant end = work.now();
        List<Line> lines = Metered.lines(work, subscription, start, end);
        if (!lines.isEmpty()) {
            ObjectNode invoice = Collection.billOnce(work, subscription, lines);
            closeUsage(work, subscription, start, end, invoice);
        }
    }

    private static void closeUsage(
            Work work, ObjectNode subscription, Instant start, Instant end, @Nullable ObjectNode invoice) {
        if (!Metered.isMetered(work, subscription)) {
            return;
        }
        ObjectNode about = Json.object().put("object", "usage_period");
        about.put("customer_id", Json.text(subscription, "customer_id"));
        about.put("subscription_id", Json.need(subscription, "id"));
        about.put("period_start", Times.text(start)).put("period_end", Times.text(end));
        about.put("invoice_id", invoice == null ? null : Json.need(invoice, "id"));
        EventLog.write(work, "usage.period_finalized", about);
        if (invoice != null) {
            EventLog.write(work, "usage.invoice.created", about);
        }
    }

    /** Whether a short first period costs nothing. */
    static boolean waits(ObjectNode subscription) {
        return "next_anchor".equals(Json.text(subscription, "_first_charge"));
    }

    private static void count(ObjectNode subscription) {
        subscription.put("_cycles", Json.whole(subscription, "_cycles") + 1);
    }
}
