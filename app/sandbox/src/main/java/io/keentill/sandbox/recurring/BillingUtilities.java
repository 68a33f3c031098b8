package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.recurring.Forecast.Charge;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a billing plan would charge, and the words to describe one with (API reference B.24; always camelCase). */
final class BillingUtilities {
    private static final Shape PREVIEW = Shape.of(
            choice("interval", "day", "week", "month", "quarter", "half_year", "year")
                    .must(),
            whole("interval_count", 1, 365).or(1),
            choice("billing_anchor_rule", "same_day", "day_of_month", "last_day")
                    .or("same_day"),
            whole("billing_anchor_day", 1, 31).orNull(),
            time("starts_at").orNull(),
            choice("first_charge_behavior", "immediate", "next_anchor", "prorate")
                    .or("immediate"),
            whole("trial_days", 0, 730).or(0),
            choice("end_behavior", "until_canceled", "fixed_payments").or("until_canceled"),
            whole("max_payments", 1, 999).orNull(),
            whole("amount_minor", 0, SubscriptionItems.MOST_MINOR).or(0),
            currency("currency").or("USD"),
            whole("preview_count", 1, 60).or(6),
            text("timezone", 60).or("UTC"));

    private BillingUtilities() {}

    static List<Resource> resources() {
        Resource preview = Resource.of("billing", "/billing").scopes("billing").errors(ErrorShape.E10);
        preview.reading("POST", "/billing/preview", PREVIEW, BillingUtilities::preview);
        Resource words = Resource.of("billing", "/billing").scopes("billing");
        words.endpoint("GET", "/billing/intervals", Shape.EMPTY, call -> intervals());
        words.endpoint("GET", "/billing/anchor-rules", Shape.EMPTY, call -> anchorRules());
        return List.of(preview, words);
    }

    private static Reply preview(Call call) {
        ObjectNode input = call.input();
        ZoneId zone = zone(Json.need(input, "timezone"));
        Instant asked = Times.of(input, "starts_at");
        Instant start = asked == null ? call.work().now() : asked;
        long days = Json.whole(input, "trial_days");
        Instant from = start.plus(Duration.ofDays(days));
        Forecast forecast = forecast(input, zone, from, days > 0);
        List<Charge> charges = forecast.charges((int) Json.whole(input, "preview_count"));
        ObjectNode body = Json.object();
        ObjectNode data = body.putObject("data");
        ArrayNode items = data.putArray("items");
        charges.forEach(charge -> items.add(forecast.json(charge)));
        data.put("summary", summary(input, forecast));
        data.put("totalAmountMinor", charges.stream().mapToLong(Charge::amount).reduce(0, Math::addExact));
        data.put(
                "firstChargeDate",
                charges.isEmpty() ? null : Times.text(charges.getFirst().at()));
        data.put("trialEndDate", days > 0 ? Times.text(from) : null);
        data.put("scheduleEndDate", end(forecast));
        data.put("timezone", zone.getId());
        return Reply.of(200, body);
    }

    private static Forecast forecast(ObjectNode input, ZoneId zone, Instant from, boolean trial) {
        int day = switch (Json.need(input, "billing_anchor_rule")) {
            case "last_day" -> 31;
            case "day_of_month" -> anchorDay(input);
            default -> from.atZone(zone).getDayOfMonth();
        };
        Cadence.Unit unit = Cadence.Unit.of(Json.need(input, "interval"));
        Cadence cadence = new Cadence(unit, (int) Json.whole(input, "interval_count"), day, zone);
        boolean fixed = Json.need(input, "end_behavior").equals("fixed_payments");
        if (fixed && !Json.has(input, "max_payments")) {
            throw Refusal.invalid("max_payments", "end_behavior fixed_payments needs max_payments.");
        }
        long amount = Json.whole(input, "amount_minor");
        return new Forecast(
                cadence,
                from,
                trial,
                true,
                first(input, cadence, from, amount),
                amount,
                fixed ? Json.whole(input, "max_payments") : 0,
                null,
                Json.need(input, "currency"));
    }

    private static int anchorDay(ObjectNode input) {
        if (!Json.has(input, "billing_anchor_day")) {
            throw Refusal.invalid("billing_anchor_day", "The anchor rule day_of_month needs billing_anchor_day.");
        }
        return (int) Json.whole(input, "billing_anchor_day");
    }

    private static @Nullable Long first(ObjectNode input, Cadence cadence, Instant from, long amount) {
        if (cadence.isWhole(from)) {
            return amount;
        }
        return switch (Json.need(input, "first_charge_behavior")) {
            case "prorate" -> {
                Instant end = cadence.next(from);
                yield Proration.cut(amount, cadence.previous(end), end, from).unused();
            }
            case "next_anchor" -> null;
            default -> amount;
        };
    }

    /** When the last paid period ends; null when it goes on until somebody cancels. */
    private static @Nullable String end(Forecast forecast) {
        if (forecast.left() == 0) {
            return null;
        }
        Charge last = forecast.charges((int) forecast.left()).getLast();
        return Times.text(forecast.cadence().next(last.at()));
    }

    private static String summary(ObjectNode input, Forecast forecast) {
        long count = Json.whole(input, "interval_count");
        String unit = Json.need(input, "interval").replace('_', ' ');
        String every = count == 1 ? "every " + unit : "every " + count + " " + unit + "s";
        String end = forecast.left() == 0 ? "until canceled" : forecast.left() + " payments";
        return Forecast.money(forecast.amount(), forecast.currency()) + " " + every + ", " + end;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("timezone", "No such time zone: " + name + ". Use a name such as Europe/London.");
        }
    }

    private static Reply intervals() {
        ArrayNode data = Json.array();
        word(data, "day", "Daily", "Billed every day.");
        word(data, "week", "Weekly", "Billed every week.");
        word(data, "month", "Monthly", "Billed every month.");
        word(data, "quarter", "Quarterly", "Billed every three months.");
        word(data, "half_year", "Half-yearly", "Billed every six months.");
        word(data, "year", "Yearly", "Billed every year.");
        return listed(data);
    }

    private static Reply anchorRules() {
        ArrayNode data = Json.array();
        word(data, "same_day", "Same day", "Billed on the day on which it started.")
                .put("requiresAnchorDay", false);
        word(data, "day_of_month", "Day of the month", "Billed on one day of the month, or the month's last day.")
                .put("requiresAnchorDay", true);
        word(data, "last_day", "Last day", "Billed on the last day of the month.")
                .put("requiresAnchorDay", false);
        return listed(data);
    }

    private static ObjectNode word(ArrayNode data, String value, String label, String description) {
        return data.addObject().put("value", value).put("label", label).put("description", description);
    }

    private static Reply listed(ArrayNode data) {
        ObjectNode body = Json.object();
        body.set("data", data);
        return Reply.of(200, body);
    }
}
