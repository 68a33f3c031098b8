package io.keentill.revkeen.integrations;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Fields;
import java.util.Map;

/** How synchronising with another system goes (section B.31). */
public final class IntegrationSync {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public IntegrationSync(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /integrations/{provider}/sync-states}, scope integrations:read; 404. */
    @Endpoint("GET /integrations/{provider}/sync-states")
    public Listing<SyncState> states(String provider) {
        return caller.list(
                Paths.of("integrations", provider, "sync-states"), new Paths.Query(), Envelope.WHOLE, SyncState::read);
    }

    /** {@code GET /integrations/{provider}/sync-logs}, scope integrations:read; untyped in the API; 404. */
    @Endpoint("GET /integrations/{provider}/sync-logs")
    public Listing<Map<String, Object>> logs(String provider, SyncLogQuery filter) {
        return caller.list(
                Paths.of("integrations", provider, "sync-logs"),
                Paths.Query.ofIso(filter),
                Envelope.OFFSET,
                Fields::all);
    }

    /** {@code GET /integrations/{provider}/sync-logs/{logId}}, scope integrations:read; untyped in the API; 404. */
    @Endpoint("GET /integrations/{provider}/sync-logs/{logId}")
    public ApiResult<Map<String, Object>> log(String provider, String logId) {
        return caller.get(Paths.of("integrations", provider, "sync-logs", logId), Fields::all);
    }

    /** {@code POST /integrations/{provider}/sync-logs/{logId}/retry}, scope integrations:write; 400, 404. */
    @Endpoint("POST /integrations/{provider}/sync-logs/{logId}/retry")
    public ApiCall<SyncReport> retry(String provider, String logId) {
        return caller.prepareWhole(
                "POST", Paths.of("integrations", provider, "sync-logs", logId, "retry"), null, SyncReport::read);
    }

    /** {@code POST /integrations/{provider}/sync-logs/batch-retry}, scope integrations:write; 400, 404. */
    @Endpoint("POST /integrations/{provider}/sync-logs/batch-retry")
    public ApiCall<SyncReport> retryAll(String provider, BatchRetryRequest request) {
        return caller.prepareWhole(
                "POST",
                Paths.of("integrations", provider, "sync-logs", "batch-retry"),
                Body.of(request),
                SyncReport::read);
    }

    /** {@code GET /integrations/{provider}/sync-stats/{integrationId}}, scope integrations:read; untyped in the API; 404. */
    @Endpoint("GET /integrations/{provider}/sync-stats/{integrationId}")
    public ApiResult<SyncReport> stats(String provider, String integrationId) {
        return caller.getWhole(
                Paths.of("integrations", provider, "sync-stats", integrationId), new Paths.Query(), SyncReport::read);
    }

    /** {@code GET /integrations/{provider}/sync-stats-by-type/{integrationId}}, scope integrations:read; untyped in the API; 404. */
    @Endpoint("GET /integrations/{provider}/sync-stats-by-type/{integrationId}")
    public ApiResult<SyncReport> statsByType(String provider, String integrationId) {
        return caller.getWhole(
                Paths.of("integrations", provider, "sync-stats-by-type", integrationId),
                new Paths.Query(),
                SyncReport::read);
    }

    /** {@code POST /integrations/{provider}/resume-sync}, scope integrations:write; 404. */
    @Endpoint("POST /integrations/{provider}/resume-sync")
    public ApiCall<SyncJob> resume(String provider) {
        return caller.prepare("POST", Paths.of("integrations", provider, "resume-sync"), null, SyncJob::read);
    }
}
