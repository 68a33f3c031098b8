package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.recurring.Usage.Measured;
import io.keentill.sandbox.recurring.Usage.Owner;
import io.keentill.sandbox.shop.Customers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a customer has used of each meter, ever (API reference B.25). */
final class CustomerMeters {
    private static final String PATH = "/customer-meters";

    private CustomerMeters() {}

    static Resource customerMeters() {
        return Resource.of("customer_meter", PATH)
                .scopes("usage")
                .errors(ErrorShape.E2)
                .endpoint("GET", PATH, Shape.EMPTY, CustomerMeters::list)
                .endpoint("GET", PATH + "/{customer_id}/{meter_id}", Shape.EMPTY, CustomerMeters::one);
    }

    private static Reply list(Call call) {
        String customer = call.param("customer_id");
        if (customer == null) {
            throw Refusal.invalid("customer_id", "customer_id is required.");
        }
        String meter = call.param("meter_id");
        List<ObjectNode> lines = Query.of(Meters.METER).all(call.work().tx()).stream()
                .filter(one -> meter == null || meter.equals(Json.text(one, "id")))
                .map(one -> line(call.work(), customer, one))
                .filter(line -> Json.whole(line, "event_count") > 0)
                .toList();
        return Reply.of(200, Paging.P14_CUSTOMER_METERS.answer(call, lines, PATH));
    }

    private static Reply one(Call call) {
        Work work = call.work();
        ObjectNode meter = work.find(Meters.METER, call.id("meter_id"));
        if (work.find(Customers.CUSTOMER, call.id("customer_id")) == null) {
            throw Refusal.missing("customer", call.id("customer_id"));
        }
        if (meter == null) {
            throw Refusal.missing("meter", call.id("meter_id"));
        }
        ObjectNode body = Json.object();
        body.set("data", line(work, call.id("customer_id"), meter));
        return Reply.of(200, body);
    }

    private static ObjectNode line(Work work, String customer, ObjectNode meter) {
        Measured measured = Usage.measure(
                work,
                meter,
                new Owner(customer, null),
                java.time.Instant.EPOCH,
                work.now().plus(Duration.ofDays(1)));
        ObjectNode line = Json.object().put("object", "customer_meter").put("customer_id", customer);
        line.put("meter_id", Json.need(meter, "id")).put("meter_name", Json.need(meter, "name"));
        line.put("meter_event_name", Json.need(meter, "event_name"));
        Json.copy(meter, line, "aggregation", "unit_name");
        Numbers.put(line, "total_quantity", measured.value());
        return line.put("event_count", measured.events()).put("last_event_at", measured.last());
    }
}
