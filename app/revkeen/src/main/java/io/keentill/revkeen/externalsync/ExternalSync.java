package io.keentill.revkeen.externalsync;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** How far other systems have synchronised (section B.31); kept for them by RevKeen. */
public final class ExternalSync {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public ExternalSync(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /sync-state/{source}/{merchantId}}, scope sync:read; 401, 403 for another merchant. */
    @Endpoint("GET /sync-state/{source}/{merchantId}")
    public Listing<ExternalSyncState> list(String source, String merchantId) {
        return caller.list(
                Paths.of("sync-state", source, merchantId), new Paths.Query(), Envelope.WHOLE, ExternalSyncState::read);
    }

    /** {@code PUT /sync-state/{source}/{merchantId}/{resourceType}}, scope sync:write; 401, 403 for another merchant. */
    @Endpoint("PUT /sync-state/{source}/{merchantId}/{resourceType}")
    public ApiCall<Upsert<ExternalSyncState>> update(
            String source, String merchantId, String resourceType, ExternalSyncChanges update) {
        return caller.upsert(
                Paths.of("sync-state", source, merchantId, resourceType), Body.of(update), ExternalSyncState::read);
    }
}
