package io.keentill.revkeen.contract;

import io.keentill.revkeen.usage.Meter;
import io.keentill.revkeen.usage.UsageAggregateQuery;
import io.keentill.revkeen.usage.UsageBalanceQuery;
import io.keentill.revkeen.usage.UsageBatchRequest;
import io.keentill.revkeen.usage.UsageEventQuery;
import io.keentill.revkeen.usage.UsageEventRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Usage events, the balance that they make, and what customers used (section B.25). */
final class UsageContract extends Contract {

    /** Three cups that a new customer had. */
    private record Used(Meter meter, String customer) {}

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /usage-events", w -> {
                    Meter meter = MetersContract.meter(w);
                    return w.client().usage().ingest(cups(w, meter, w.customer().id()));
                }),
                on("POST /usage-events", "in a batch with every member and one that fails", w -> {
                    Meter meter = MetersContract.meter(w);
                    String customer = w.customer().id();
                    UsageEventRequest full = cups(w, meter, customer)
                            .withMeterId(meter.id())
                            .withTimestamp(w.now())
                            .withIdempotencyKey(w.fresh("cups"))
                            .withMetadata(Map.of("kind", "green"));
                    UsageEventRequest stray = UsageEventRequest.of(w.fresh("nothing"))
                            .withCustomerId(customer)
                            .withIdempotencyKey(w.fresh("stray"));
                    return w.client().usage().ingestAll(UsageBatchRequest.of(List.of(full, full, stray)));
                }),
                on("POST /usage-events/dry-run", w -> {
                    Meter meter = MetersContract.meter(w);
                    UsageEventRequest stray = UsageEventRequest.of(w.fresh("nothing"))
                            .withCustomerId(w.customer().id())
                            .withIdempotencyKey(w.fresh("stray"));
                    return w.client()
                            .usage()
                            .dryRun(UsageBatchRequest.of(
                                    List.of(cups(w, meter, w.customer().id()), stray)));
                }),
                on("GET /usage-events", w -> {
                    used(w);
                    return w.client().usage().list(UsageEventQuery.any());
                }),
                on("GET /usage-events", "with filters", w -> {
                    Used used = used(w);
                    return w.client()
                            .usage()
                            .list(UsageEventQuery.any()
                                    .withMeterId(used.meter().id())
                                    .withCustomerId(used.customer())
                                    .withStartTime(w.now().minus(Duration.ofHours(1)))
                                    .withEndTime(w.now().plus(Duration.ofHours(1))));
                }),
                on("GET /usage-events/aggregate/{meterId}", w -> {
                    Used used = used(w);
                    return w.client()
                            .usage()
                            .aggregate(
                                    used.meter().id(),
                                    UsageAggregateQuery.of(
                                                    w.now().minus(Duration.ofHours(1)),
                                                    w.now().plus(Duration.ofHours(1)))
                                            .withCustomerId(used.customer()));
                }),
                on("GET /usage/balance", w -> {
                    Used used = used(w);
                    return w.client()
                            .usage()
                            .balance(UsageBalanceQuery.any()
                                    .withCustomerId(used.customer())
                                    .withMeterId(used.meter().id()));
                }),
                on("GET /customer-meters", w -> {
                    Used used = used(w);
                    return w.client()
                            .customerMeters()
                            .list(used.customer(), used.meter().id());
                }),
                on("GET /customer-meters/{customer_id}/{meter_id}", w -> {
                    Used used = used(w);
                    return w.client()
                            .customerMeters()
                            .get(used.customer(), used.meter().id());
                }),
                on(
                        "GET /customer-meters/{customer_id}/{meter_id}",
                        "zeros without usage",
                        w -> w.client()
                                .customerMeters()
                                .get(w.customer().id(), MetersContract.meter(w).id())));
    }

    private static Used used(World w) {
        Meter meter = MetersContract.meter(w);
        String customer = w.customer().id();
        w.client().usage().ingest(cups(w, meter, customer)).send().orThrow();
        return new Used(meter, customer);
    }

    private static UsageEventRequest cups(World w, Meter meter, String customer) {
        return UsageEventRequest.of(meter.eventName())
                .withCustomerId(customer)
                .withQuantity(new BigDecimal("3"))
                .withIdempotencyKey(w.fresh("cups"));
    }
}
