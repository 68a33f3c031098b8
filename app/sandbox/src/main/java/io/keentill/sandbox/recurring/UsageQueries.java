package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.FieldCheck;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.Usage.Measured;
import io.keentill.sandbox.recurring.Usage.Owner;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reading usage: the events themselves, and what a meter makes of them. Times are from, until just before. */
final class UsageQueries {
    private UsageQueries() {}

    static Reply list(Call call) {
        Query query = Query.of(Usage.EVENT);
        for (String field : List.of("customer_id", "external_customer_id", "subscription_id")) {
            String text = call.param(field);
            if (text != null) {
                query.where(field, text);
            }
        }
        String meter = call.param("meter_id");
        if (meter != null) {
            query.containing(meter, List.of(Usage.METERS));
        }
        Instant start = time(call, "start_time");
        Instant end = time(call, "end_time");
        if (start != null) {
            query.atLeast(Usage.AT, start.toEpochMilli());
        }
        if (end != null) {
            query.below(Usage.AT, end.toEpochMilli());
        }
        return Reply.of(200, Paging.P14_USAGE.answer(call, query, "/usage-events"));
    }

    static Reply aggregate(Call call) {
        Work work = call.work();
        ObjectNode meter = work.find(Meters.METER, call.id("meterId"));
        if (meter == null) {
            throw Refusal.missing("meter", call.id("meterId"));
        }
        Instant start = required(call, "start_time");
        Instant end = required(call, "end_time");
        if (!end.isAfter(start)) {
            throw Refusal.invalid("end_time", "end_time must be after start_time.");
        }
        ObjectNode customer = UsageIntake.find(work, call.param("customer_id"), call.param("external_customer_id"));
        Owner owner = new Owner(customer == null ? null : Json.text(customer, "id"), call.param("subscription_id"));
        Measured measured = Usage.measure(work, meter, owner, start, end);
        ObjectNode body = Json.object().put("object", "usage_aggregate").put("meter_id", Json.need(meter, "id"));
        body.put("start_time", Times.text(start)).put("end_time", Times.text(end));
        Numbers.put(body, "value", measured.value());
        return Reply.of(200, body.put("event_count", measured.events()));
    }

    private static Instant required(Call call, String param) {
        Instant time = time(call, param);
        if (time == null) {
            throw Refusal.invalid(param, param + " is required.");
        }
        return time;
    }

    private static @Nullable Instant time(Call call, String param) {
        String text = call.param(param);
        try {
            return text == null ? null : FieldCheck.moment(text);
        } catch (DateTimeParseException malformed) {
            throw Refusal.invalid(param, param + " must be an ISO 8601 time such as 2026-05-01T09:30:00Z.");
        }
    }
}
