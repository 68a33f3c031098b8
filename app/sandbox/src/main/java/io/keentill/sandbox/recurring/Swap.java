package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces what a subscription bills, at one moment of its period, and settles the difference. When the length of the
 * period changes, a new period begins: what was unused is credited and the new period is charged at once; without
 * proration the new length applies from the period's end on.
 */
final class Swap {
    private static final List<String> SHOWN = List.of("plan_id", "product_id", "price_id", "quantity", "amount_minor");

    private Swap() {}

    /**
     * What is to be billed instead.
     *
     * @param items the new items, the main one first; null keeps them with the main one's new quantity and amount
     * @param main the subscription's own new fields
     * @param cadence the new length of a period, null to keep it
     * @param restart whether a new period begins although its length stays
     */
    record Target(
            @Nullable List<ObjectNode> items,
            ObjectNode main,
            @Nullable Cadence cadence,
            boolean restart) {

        static Target quantity(ObjectNode subscription, long quantity) {
            return new Target(null, Json.object().put("quantity", quantity), null, false);
        }

        static Target plan(ObjectNode subscription, Offer offer) {
            requireCurrency(subscription, offer);
            ObjectNode main = Json.object().put("plan_id", offer.planId());
            main.put("product_id", offer.productId()).put("price_id", offer.priceId());
            main.put("amount_minor", offer.unitAmount()).put(SubscriptionItems.DESCRIPTION, offer.description());
            Instant start = Times.need(subscription, "current_period_start");
            return new Target(null, main, offer.cadence(start), false);
        }

        private static void requireCurrency(ObjectNode subscription, Offer offer) {
            String currency = offer.currency();
            if (currency != null && !currency.equalsIgnoreCase(Json.need(subscription, "currency"))) {
                throw Refusal.invalid(
                        "new_plan_id",
                        "The plan is in " + currency + ", the subscription in " + Json.text(subscription, "currency")
                                + ".");
            }
        }
    }

    /**
     * What a change would do.
     *
     * @param money credit and charge
     * @param restarts whether a new period begins
     * @param longer whether the length of a period changes
     */
    record Change(Proration.Change money, boolean restarts, boolean longer) {}

    /**
     * What a change did.
     *
     * @param money credit and charge
     * @param invoiced whether an invoice was made for it
     * @param former what the changed fields were
     */
    record Result(Proration.Change money, boolean invoiced, ObjectNode former) {}

    /** What the change would cost with proration. */
    static Change estimate(Work work, ObjectNode subscription, Target target, Instant at) {
        return change(
                subscription,
                SubscriptionItems.total(work, subscription),
                after(work, subscription, target),
                target,
                at);
    }

    /** Makes the change; the caller saves the subscription. */
    static Result apply(Work work, ObjectNode subscription, Target target, String behavior, Instant at) {
        boolean prorated = !behavior.equals("none");
        Change change = estimate(work, subscription, target, at);
        ObjectNode former = Json.object();
        for (String field : SHOWN) {
            if (target.main().has(field) && !target.main().get(field).equals(subscription.get(field))) {
                former.set(field, subscription.get(field));
            }
        }
        replace(work, subscription, target);
        adopt(work, subscription, target, change, prorated, at);
        if (!prorated) {
            return new Result(Proration.Change.NONE, false, former);
        }
        List<Line> lines = lines(subscription, change.money());
        boolean now = (behavior.equals("invoice_immediately") || change.restarts())
                && change.money().net() > 0
                && Json.need(subscription, "status").equals("active");
        if (now) {
            return new Result(change.money(), Collection.billOnce(work, subscription, lines) != null, former);
        }
        later(subscription, lines);
        return new Result(change.money(), false, former);
    }

    private static void later(ObjectNode subscription, List<Line> lines) {
        PlanChanges.later(subscription, lines);
    }

    private static Change change(ObjectNode subscription, long before, long after, Target target, Instant at) {
        Cadence cadence = target.cadence();
        Cadence own = Periods.cadence(subscription);
        boolean longer = cadence != null && (cadence.unit() != own.unit() || cadence.count() != own.count());
        boolean restarts = longer || target.restart();
        String status = Json.need(subscription, "status");
        if (!status.equals("active") && !status.equals("past_due")) {
            return new Change(Proration.Change.NONE, false, longer);
        }
        Instant start = Times.need(subscription, "current_period_start");
        Instant end = Times.need(subscription, "current_period_end");
        Proration.Change money = restarts
                ? new Proration.Change(Proration.cut(before, start, end, at).unused(), after)
                : Proration.change(before, after, start, end, at);
        return new Change(money, restarts, longer);
    }

    private static long after(Work work, ObjectNode subscription, Target target) {
        List<ObjectNode> items = target.items();
        if (items != null) {
            return items.stream().mapToLong(SubscriptionItems::amount).reduce(0, Math::addExact);
        }
        long unit = Json.whole(target.main().has("amount_minor") ? target.main() : subscription, "amount_minor");
        long quantity = Json.whole(target.main().has("quantity") ? target.main() : subscription, "quantity");
        long was = Math.multiplyExact(Json.whole(subscription, "amount_minor"), Json.whole(subscription, "quantity"));
        return Math.addExact(SubscriptionItems.total(work, subscription) - was, Math.multiplyExact(unit, quantity));
    }

    private static void replace(Work work, ObjectNode subscription, Target target) {
        subscription.setAll(target.main());
        List<ObjectNode> items = target.items();
        if (items == null) {
            SubscriptionItems.follow(work, subscription);
        } else {
            SubscriptionItems.replace(work, subscription, items);
        }
    }

    private static void adopt(
            Work work, ObjectNode subscription, Target target, Change change, boolean prorated, Instant at) {
        Cadence cadence = target.cadence();
        if (cadence != null && change.longer()) {
            subscription.put("billing_interval", cadence.unit().word()).put("_interval_count", cadence.count());
        }
        if (change.restarts() && prorated) {
            subscription.put("_anchor_day", at.atZone(ZoneOffset.UTC).getDayOfMonth());
            Periods.enter(work, subscription, at);
        }
    }

    private static List<Line> lines(ObjectNode subscription, Proration.Change money) {
        String product = Json.text(subscription, "product_id");
        List<Line> lines = new ArrayList<>();
        if (money.credit() != 0) {
            lines.add(Line.of("Unused time before the change", product, 1, -money.credit()));
        }
        if (money.charge() != 0) {
            lines.add(Line.of("Time after the change", product, 1, money.charge()));
        }
        return lines;
    }
}
