package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changing a subscription's plan or quantity in the middle of a period (API reference B.24). A change with a later
 * {@code effectiveDate} waits for it; until then the answer shows what it would cost.
 */
final class PlanChanges {
    /** A change that waits: {@code plan_id} or {@code quantity}, {@code behavior}, {@code effective_at}. */
    static final String PENDING = "_pending_change";

    /** Lines that wait for the next invoice. */
    static final String PENDING_LINES = "_pending_lines";

    private static final Shape BEHAVIOUR = Shape.of(
            choice("proration_behavior", "invoice_immediately", "next_invoice", "none"),
            time("effective_date").orNull(),
            text("reason", 500).orNull());

    private PlanChanges() {}

    static Resource addTo(Resource all) {
        all.endpoint(
                "POST",
                "/subscriptions/{id}/change-plan",
                BEHAVIOUR.and(text("new_plan_id", 255).must()),
                call -> change(call, all.found(call), "plan_id"));
        return all.endpoint(
                "POST",
                "/subscriptions/{id}/change-quantity",
                BEHAVIOUR.and(
                        whole("new_quantity", 1, SubscriptionItems.MOST_UNITS).must()),
                call -> change(call, all.found(call), "quantity"));
    }

    /** Puts lines by for the next invoice. */
    static void later(ObjectNode subscription, List<Line> lines) {
        ArrayNode waiting = subscription.get(PENDING_LINES) instanceof ArrayNode old ? old : Json.array();
        lines.stream().filter(line -> line.amount() != 0).forEach(line -> waiting.add(line.json()));
        if (!waiting.isEmpty()) {
            subscription.set(PENDING_LINES, waiting);
        }
    }

    /** The date of a waiting change has come. */
    static void applyPending(Work work, ObjectNode subscription) {
        ObjectNode pending = (ObjectNode) subscription.remove(PENDING);
        Instant at = Times.need(pending, "effective_at");
        Swap.Result result;
        try {
            result = swap(work, subscription, pending, at);
        } catch (Refusal gone) {
            // The plan was archived or changed meanwhile: the subscription stays as it is.
            Lifecycle.save(work, subscription);
            return;
        }
        finish(work, subscription, result);
    }

    private static Reply change(Call call, ObjectNode subscription, String what) {
        Work work = call.work();
        if (!Lifecycle.isLive(subscription)) {
            throw Refusal.notNow(
                    "A subscription that is " + Json.text(subscription, "status") + " cannot be changed any more.");
        }
        ObjectNode wish = wish(subscription, call.input(), what);
        Instant now = work.now();
        Instant at = Times.of(call.input(), "effective_date");
        Instant effective = at == null ? now : at;
        if (effective.isBefore(Times.need(subscription, "current_period_start")) && effective.isBefore(now)) {
            throw Refusal.invalid("effective_date", "effective_date must not be before the current period.");
        }
        String previous = previous(subscription, what);
        Swap.Result result;
        if (effective.isAfter(now)) {
            // Tried on a copy for its price; the real one changes when the day comes.
            Swap.Change estimate = Swap.estimate(work, subscription, target(work, subscription, wish), effective);
            wish.put("effective_at", Times.text(effective));
            subscription.set(PENDING, wish);
            Lifecycle.save(work, subscription);
            result = new Swap.Result(estimate.money(), false, Json.object());
        } else {
            result = swap(work, subscription, wish, effective);
            finish(work, subscription, result);
        }
        return answer(call, subscription, result, wish, effective, what, previous);
    }

    private static ObjectNode wish(ObjectNode subscription, ObjectNode input, String what) {
        ObjectNode wish = Json.object();
        wish.set(what, input.get("new_" + what));
        String behavior = Json.text(input, "proration_behavior");
        String mode = Json.text(subscription, "_proration_mode");
        String usual = "immediate".equals(mode) ? "invoice_immediately" : mode == null ? "next_invoice" : mode;
        return wish.put("behavior", behavior == null ? usual : behavior);
    }

    private static Swap.Target target(Work work, ObjectNode subscription, ObjectNode wish) {
        String plan = Json.text(wish, "plan_id");
        if (plan != null) {
            return Swap.Target.plan(subscription, Offer.plan(work, plan, 404, "new_plan_id"));
        }
        return Swap.Target.quantity(subscription, Json.whole(wish, "quantity"));
    }

    private static Swap.Result swap(Work work, ObjectNode subscription, ObjectNode wish, Instant at) {
        return Swap.apply(work, subscription, target(work, subscription, wish), Json.need(wish, "behavior"), at);
    }

    private static void finish(Work work, ObjectNode subscription, Swap.Result result) {
        Lifecycle.save(work, subscription);
        Lifecycle.tell(work, "subscription.updated", subscription, result.former());
    }

    private static @Nullable String previous(ObjectNode subscription, String what) {
        if (what.equals("quantity")) {
            return Long.toString(Json.whole(subscription, "quantity"));
        }
        for (String id : List.of("plan_id", "price_id", "product_id")) {
            if (Json.has(subscription, id)) {
                return Json.text(subscription, id);
            }
        }
        return null;
    }

    private static Reply answer(
            Call call,
            ObjectNode subscription,
            Swap.Result result,
            ObjectNode wish,
            Instant effective,
            String what,
            @Nullable String previous) {
        ObjectNode body = Json.object();
        body.set("subscription", SubscriptionView.of(call.work(), subscription));
        ObjectNode proration = body.putObject("proration").put("behavior", Json.need(wish, "behavior"));
        proration.put("effectiveDate", Times.text(effective));
        proration.put("creditAmountMinor", result.money().credit());
        proration.put("chargeAmountMinor", result.money().charge());
        proration.put("netAmountMinor", result.money().net());
        proration.put("currency", Json.text(subscription, "currency"));
        if (what.equals("quantity")) {
            body.put("previousQuantity", Long.parseLong(String.valueOf(previous)));
        } else {
            body.put("previousPlanId", previous);
        }
        return Reply.of(200, body.put("invoiceCreated", result.invoiced()));
    }
}
