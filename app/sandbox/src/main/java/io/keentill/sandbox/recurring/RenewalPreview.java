package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.Forecast.Charge;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The renewals that a subscription has before it, as it stands (API reference B.24). Usage to come is not foreseen. */
final class RenewalPreview {
    static final Shape INPUT = Shape.of(whole("preview_count", 1, 60).or(3));

    private RenewalPreview() {}

    static Reply answer(Call call, ObjectNode subscription) {
        Work work = call.work();
        Forecast forecast = forecast(work, subscription);
        int most = (int) Json.whole(call.input(), "preview_count");
        List<Charge> charges = ends(subscription) ? List.of() : forecast.charges(most);
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data").put("subscriptionId", Json.need(subscription, "id"));
        data.put("currentPeriodEnd", Json.need(subscription, "current_period_end"));
        ArrayNode upcoming = data.putArray("upcomingRenewals");
        charges.forEach(charge -> upcoming.add(forecast.json(charge)));
        long next = charges.isEmpty() ? 0 : charges.getFirst().amount() + waiting(subscription);
        data.put("nextInvoiceAmountMinor", Math.max(0, next)).put("currency", Json.need(subscription, "currency"));
        return Reply.of(200, body);
    }

    private static boolean ends(ObjectNode subscription) {
        return !Lifecycle.isLive(subscription) || Json.yes(subscription, "_cancel_at_period_end");
    }

    private static Forecast forecast(Work work, ObjectNode subscription) {
        String status = Json.need(subscription, "status");
        boolean begins = status.equals("pending") || status.equals("trialing");
        Instant trialEnd = Times.of(subscription, "trial_end");
        Instant end = Times.need(subscription, "current_period_end");
        Instant from = begins && trialEnd == null ? Times.need(subscription, "current_period_start") : end;
        long most = Json.whole(subscription, "_max_cycles");
        long left = most == 0 ? 0 : most - Json.whole(subscription, "_cycles");
        @Nullable
        Instant endsOn = left < 0 || (most > 0 && left == 0) ? from : Times.of(subscription, "_billing_ends_on");
        return new Forecast(
                Periods.cadence(subscription),
                from,
                begins && trialEnd != null,
                begins,
                first(work, subscription, from),
                SubscriptionItems.total(work, subscription),
                Math.max(0, left),
                endsOn,
                Json.need(subscription, "currency"));
    }

    private static @Nullable Long first(Work work, ObjectNode subscription, Instant from) {
        if (Periods.waits(subscription) && !Periods.cadence(subscription).isWhole(from)) {
            return null;
        }
        return Periods.firstLines(work, subscription, from).stream()
                .mapToLong(Line::amount)
                .sum();
    }

    private static long waiting(ObjectNode subscription) {
        long sum = 0;
        for (JsonNode line : subscription.path(PlanChanges.PENDING_LINES)) {
            sum = Math.addExact(sum, Line.read(line).amount());
        }
        return sum;
    }
}
