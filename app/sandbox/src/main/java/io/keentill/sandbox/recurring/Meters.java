package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.maps;
import static io.keentill.sandbox.api.Field.numbers;
import static io.keentill.sandbox.api.Field.text;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Common;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Meters (API reference B.25): which usage events count, and how they add up. */
final class Meters {
    /** The kind of stored meters. */
    static final String METER = "meter";

    private static final Shape NEW_METER = Shape.of(
            text("name", 255).must(),
            text("event_name", 255).must(),
            choice("aggregation", "sum", "count", "count_unique", "max", "last").or("count"),
            text("slug", 255),
            text("description", 1000).orNull(),
            text("value_key", 255).orNull(),
            maps("filter_conditions", 50).orNull(),
            text("unique_count_key", 255).orNull(),
            text("unit_name", 100).orNull(),
            flag("carry_forward").or(false),
            map("metadata"),
            numbers("alert_thresholds", 1, 200).orNull());

    private static final Shape CHANGED = NEW_METER
            .and(choice("status", "active", "archived", "draft"))
            .change(
                    "name",
                    "slug",
                    "description",
                    "status",
                    "value_key",
                    "filter_conditions",
                    "unique_count_key",
                    "unit_name",
                    "carry_forward",
                    "metadata",
                    "alert_thresholds");

    private Meters() {}

    /** Meters and their prices. */
    static Resource meters() {
        Resource meters = Resource.of(METER, "/meters").scopes("prices").errors(ErrorShape.E9);
        meters.create(NEW_METER, Meters::create);
        meters.endpoint("GET", "/meters", Shape.EMPTY, Meters::list).read();
        meters.endpoint("PATCH", "/meters/{id}", CHANGED, call -> {
            ObjectNode meter = meters.found(call);
            return meters.single(200, call, change(call, meter));
        });
        return MeterPrices.addTo(meters);
    }

    /** All meters that listen to events of this name now. */
    static List<ObjectNode> listening(Work work, String eventName) {
        return Query.of(METER)
                .where("event_name", eventName)
                .where("status", "active")
                .oldestFirst()
                .all(work.tx());
    }

    private static ObjectNode create(Call call, ObjectNode input) {
        checkKeys(input);
        ObjectNode meter = call.work().draft("meter");
        Json.copy(input, meter, "name", "event_name", "aggregation");
        String slug = Json.text(input, "slug");
        meter.put("slug", slug == null ? slug(Json.need(input, "name")) : slug);
        Json.copy(input, meter, "description", "unit_name", "value_key", "unique_count_key", "filter_conditions");
        Json.copy(input, meter, "carry_forward", "alert_thresholds");
        meter.put("status", "active").putNull("archived_at");
        Common.finish(call.work(), meter, input);
        EventLog.write(call.work(), "meter.created", meter);
        return meter;
    }

    private static ObjectNode change(Call call, ObjectNode meter) {
        ObjectNode before = meter.deepCopy();
        String status = Json.text(call.input(), "status");
        Common.merge(meter, call.input());
        checkKeys(meter);
        boolean archived = "archived".equals(status);
        if (archived != Json.has(meter, "archived_at") && status != null) {
            meter.put("archived_at", archived ? call.work().nowText() : null);
        }
        call.work().save(METER, meter);
        boolean gone = archived && !"archived".equals(Json.text(before, "status"));
        EventLog.write(call.work(), gone ? "meter.archived" : "meter.updated", meter, EventLog.changed(before, meter));
        return meter;
    }

    private static void checkKeys(ObjectNode meter) {
        MeterFilter.check(meter.get("filter_conditions"));
        if ("count_unique".equals(Json.text(meter, "aggregation")) && !Json.has(meter, "unique_count_key")) {
            throw Refusal.invalid(
                    "unique_count_key",
                    "A count_unique meter needs unique_count_key, the metadata key it tells apart.");
        }
    }

    private static Reply list(Call call) {
        Query query = Query.of(METER);
        if (!"true".equals(call.param("include_archived"))) {
            query.whereIn("status", "active", "draft");
        }
        return Reply.of(200, Paging.P14_METERS.answer(call, query, "/meters"));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
