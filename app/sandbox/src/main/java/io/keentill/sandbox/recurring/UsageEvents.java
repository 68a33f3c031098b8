package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.maps;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.UsageIntake.Fate;
import io.keentill.sandbox.recurring.UsageIntake.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Usage events (API reference B.25): one, or up to 1000 at once, each answered by itself. In a batch an event with a
 * wrong field fails alone; a single one is refused with 400.
 */
final class UsageEvents {
    private static final int MOST = 1000;

    private static final Shape BODY = UsageIntake.EVENT
            .change(
                    "name",
                    "customer_id",
                    "external_customer_id",
                    "subscription_id",
                    "meter_id",
                    "quantity",
                    "timestamp",
                    "idempotency_key",
                    "metadata")
            .and(maps("events", MOST));

    private UsageEvents() {}

    /** Ingest, dry run, list and aggregate. */
    static Resource usageEvents() {
        return Resource.of(Usage.EVENT, "/usage-events")
                .scopes("usage")
                .errors(ErrorShape.E9)
                .endpoint("POST", "/usage-events", BODY, call -> ingest(call))
                .endpoint("POST", "/usage-events/dry-run", BODY, call -> dryRun(call))
                .endpoint("GET", "/usage-events", Shape.EMPTY, UsageQueries::list)
                .endpoint("GET", "/usage-events/aggregate/{meterId}", Shape.EMPTY, UsageQueries::aggregate);
    }

    private static Reply ingest(Call call) {
        Work work = call.work();
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        ArrayNode data = Json.array();
        List<ObjectNode> events = events(call.input());
        for (int i = 0; i < events.size(); i++) {
            Verdict verdict = verdict(call, events.get(i));
            String id = settle(work, verdict);
            counts.merge(verdict.fate(), 1, Integer::sum);
            data.addObject()
                    .put("index", i)
                    .put("status", word(verdict.fate()))
                    .put("id", id)
                    .put("reason", verdict.reason());
        }
        ObjectNode body = Json.object().put("object", "usage_event_batch_result");
        ObjectNode summary = body.putObject("summary");
        for (Fate fate : Fate.values()) {
            summary.put(word(fate), counts.getOrDefault(fate, 0));
        }
        body.set("data", data);
        return Reply.of(200, body);
    }

    private static Reply dryRun(Call call) {
        Map<String, Integer> counts = new java.util.TreeMap<>();
        ArrayNode data = Json.array();
        List<ObjectNode> events = events(call.input());
        for (int i = 0; i < events.size(); i++) {
            Verdict verdict = verdict(call, events.get(i));
            String status = would(verdict.fate());
            counts.merge(status, 1, Integer::sum);
            ObjectNode line = data.addObject().put("index", i).put("status", status);
            ObjectNode details = line.putObject("validationDetails");
            details.put("meterMatched", !verdict.matched().isEmpty());
            details.put("customerMatched", verdict.customer() != null);
            Numbers.put(details, "billableQuantity", verdict.quantity());
            details.put("filtersPassed", !verdict.meters().isEmpty());
            line.put("reason", verdict.reason());
        }
        ObjectNode body = Json.object().put("object", "usage_event_dry_run_result");
        ObjectNode summary = body.putObject("summary");
        for (String status : List.of("would_ingest", "would_skip", "would_fail")) {
            summary.put(status, counts.getOrDefault(status, 0));
        }
        body.set("data", data);
        return Reply.of(200, body);
    }

    private static List<ObjectNode> events(ObjectNode input) {
        JsonNode batch = input.get("events");
        if (batch == null) {
            return List.of(UsageIntake.EVENT.read(input));
        }
        if (input.size() > 1) {
            throw Refusal.invalid("events", "A body is either one event or {events: […]}, not both.");
        }
        if (batch.isEmpty()) {
            throw Refusal.invalid("events", "events must have 1 to " + MOST + " entries.");
        }
        return batch.valueStream().map(ObjectNode.class::cast).toList();
    }

    private static Verdict verdict(Call call, ObjectNode event) {
        try {
            return UsageIntake.judge(call.work(), UsageIntake.EVENT.read(event));
        } catch (Refusal refusal) {
            return new Verdict(
                    Fate.FAILED,
                    refusal.said(),
                    event,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    call.work().now());
        }
    }

    /** Stores what counts and writes the event log; gives the stored event's id, null when nothing was stored. */
    private static @Nullable String settle(Work work, Verdict verdict) {
        if (verdict.fate() == Fate.DUPLICATE) {
            return Json.text(
                    java.util.Objects.requireNonNull(
                            work.find(UsageIntake.KEY, Json.text(verdict.input(), "idempotency_key"))),
                    "event_id");
        }
        if (verdict.fate() != Fate.INGESTED) {
            ObjectNode rejected = work.draft("usage_event").setAll(verdict.input());
            EventLog.write(work, "usage.event.rejected", rejected.put("reason", verdict.reason()));
            return null;
        }
        ObjectNode event = stored(work, verdict);
        Map<ObjectNode, java.math.BigDecimal> before = Thresholds.measure(work, verdict);
        work.insert(Usage.EVENT, event);
        String key = Json.text(event, "idempotency_key");
        if (key != null) {
            work.insert(UsageIntake.KEY, Json.object().put("id", key).put("event_id", Json.need(event, "id")));
        }
        EventLog.write(work, "usage.event.ingested", event);
        Thresholds.tell(work, verdict, before);
        return Json.need(event, "id");
    }

    private static ObjectNode stored(Work work, Verdict verdict) {
        ObjectNode input = verdict.input();
        ObjectNode event = work.draft("usage_event").put("name", Json.need(input, "name"));
        event.put("meter_id", Json.need(verdict.meters().getFirst(), "id"));
        ObjectNode customer = verdict.customer();
        ObjectNode subscription = verdict.subscription();
        event.put("customer_id", customer == null ? null : Json.text(customer, "id"));
        event.put("external_customer_id", customer == null ? null : Json.text(customer, "external_id"));
        event.put("subscription_id", subscription == null ? null : Json.text(subscription, "id"));
        Json.copy(input, event, "quantity");
        event.put("timestamp", Times.text(verdict.at()));
        Json.copy(input, event, "idempotency_key");
        event.set("metadata", input.has("metadata") ? input.get("metadata") : Json.object());
        event.put("created_at", work.nowText());
        event.put(Usage.AT, verdict.at().toEpochMilli());
        event.put(
                Usage.METERS,
                String.join(
                        " ",
                        verdict.meters().stream()
                                .map(meter -> Json.need(meter, "id"))
                                .toList()));
        return event;
    }

    private static String word(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    private static String would(Fate fate) {
        return switch (fate) {
            case INGESTED -> "would_ingest";
            case DUPLICATE, SKIPPED -> "would_skip";
            case FAILED -> "would_fail";
        };
    }
}
