package io.keentill.revkeen.usage;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Usage events and the balance they make (section B.25). */
public final class Usage {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Usage(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /usage-events} with one event, scope usage:write; 400, 401. A refused event is an outcome, not an error. */
    @Endpoint("POST /usage-events")
    public ApiCall<UsageBatch> ingest(UsageEventRequest event) {
        return caller.prepareWhole("POST", Paths.of("usage-events"), Body.of(event), UsageBatch::read);
    }

    /** {@code POST /usage-events} with 1 to 1000 events, scope usage:write; 400, 401. */
    @Endpoint("POST /usage-events")
    public ApiCall<UsageBatch> ingestAll(UsageBatchRequest events) {
        return caller.prepareWhole("POST", Paths.of("usage-events"), Body.of(events), UsageBatch::read);
    }

    /** {@code POST /usage-events/dry-run}, scope usage:write, counts nothing; 400, 401. */
    @Endpoint("POST /usage-events/dry-run")
    public ApiCall<UsageDryRun> dryRun(UsageBatchRequest events) {
        return caller.prepareWhole("POST", Paths.of("usage-events", "dry-run"), Body.of(events), UsageDryRun::read);
    }

    /** {@code GET /usage-events}, scope usage:read; 401. The API gives the newest 100 at most. */
    @Endpoint("GET /usage-events")
    public Listing<UsageEvent> list(UsageEventQuery filter) {
        return caller.list(Paths.of("usage-events"), Paths.Query.ofIso(filter), Envelope.LIMITED, UsageEvent::read);
    }

    /** {@code GET /usage-events/aggregate/{meterId}}, scope usage:read; 400, 401. */
    @Endpoint("GET /usage-events/aggregate/{meterId}")
    public ApiResult<UsageAggregate> aggregate(String meterId, UsageAggregateQuery query) {
        return caller.get(
                Paths.of("usage-events", "aggregate", meterId), Paths.Query.ofIso(query), UsageAggregate::read);
    }

    /** {@code GET /usage/balance}, scope usage:read; 400, 401. */
    @Endpoint("GET /usage/balance")
    public ApiResult<UsageBalance> balance(UsageBalanceQuery filter) {
        return caller.get(Paths.of("usage", "balance"), Paths.Query.of(filter), UsageBalance::read);
    }
}
