package io.keentill.revkeen.usage;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Meters and their prices (section B.25). */
public final class Meters {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Meters(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /meters}, scope prices:write; 400, 401. */
    @Endpoint("POST /meters")
    public ApiCall<Meter> create(MeterRequest request) {
        return caller.prepare("POST", Paths.of("meters"), Body.of(request), Meter::read);
    }

    /** {@code GET /meters}, scope prices:read; 401. */
    @Endpoint("GET /meters")
    public Listing<Meter> list(boolean includeArchived) {
        return caller.list(
                Paths.of("meters"),
                new Paths.Query().put("include_archived", includeArchived),
                Envelope.OFFSET,
                Meter::read);
    }

    /** {@code GET /meters/{id}}, scope prices:read; 401, 404. */
    @Endpoint("GET /meters/{id}")
    public ApiResult<Meter> get(String id) {
        return caller.get(Paths.of("meters", id), Meter::read);
    }

    /** {@code PATCH /meters/{id}}, scope prices:write; 400, 401. */
    @Endpoint("PATCH /meters/{id}")
    public ApiCall<Meter> update(String id, MeterChanges changes) {
        return caller.prepare("PATCH", Paths.of("meters", id), Body.of(changes), Meter::read);
    }

    /** {@code POST /meters/{id}/prices}, scope prices:write; 400, 401, 404. */
    @Endpoint("POST /meters/{id}/prices")
    public ApiCall<MeterPrice> createPrice(String id, MeterPriceRequest request) {
        return caller.prepare("POST", Paths.of("meters", id, "prices"), Body.of(request), MeterPrice::read);
    }

    /** {@code GET /meters/{id}/prices}, scope prices:read; 401, 404. */
    @Endpoint("GET /meters/{id}/prices")
    public Listing<MeterPrice> prices(String id) {
        return caller.list(Paths.of("meters", id, "prices"), new Paths.Query(), Envelope.WHOLE, MeterPrice::read);
    }

    /** {@code PATCH /meters/{id}/prices/{priceId}}, scope prices:write; 400, 401, 404. */
    @Endpoint("PATCH /meters/{id}/prices/{priceId}")
    public ApiCall<MeterPrice> updatePrice(String id, String priceId, MeterPriceChanges changes) {
        return caller.prepare("PATCH", Paths.of("meters", id, "prices", priceId), Body.of(changes), MeterPrice::read);
    }

    /** {@code POST /meters/{id}/prices/{priceId}/deactivate}, scope prices:write; 401, 404. Running subscriptions keep it to the end of their period. */
    @Endpoint("POST /meters/{id}/prices/{priceId}/deactivate")
    public ApiCall<MeterPrice> deactivatePrice(String id, String priceId) {
        return caller.prepare("POST", Paths.of("meters", id, "prices", priceId, "deactivate"), null, MeterPrice::read);
    }
}
