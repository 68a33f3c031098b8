package io.keentill.revkeen.prices;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Prices of products (section B.5). */
public final class Prices {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Prices(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /prices/{id}}, scope prices:read; 404. */
    @Endpoint("GET /prices/{id}")
    public ApiResult<Price> get(String id) {
        return caller.get(Paths.of("prices", id), Price::read);
    }

    /** {@code GET /prices}, scope prices:read, newest first where stated; 401. */
    @Endpoint("GET /prices")
    public Listing<Price> list(PriceQuery filter) {
        return caller.list(Paths.of("prices"), Paths.Query.of(filter), Envelope.CURSOR, Price::read);
    }

    /** {@code POST /prices}, scope prices:write; 400, 401, 404 no such product. */
    @Endpoint("POST /prices")
    public ApiCall<Price> create(PriceRequest request) {
        return caller.prepare("POST", Paths.of("prices"), Body.of(request), Price::read);
    }

    /** {@code PATCH /prices/{id}}, scope prices:write; 400, 401, 404. */
    @Endpoint("PATCH /prices/{id}")
    public ApiCall<Price> update(String id, PriceChanges changes) {
        return caller.prepare("PATCH", Paths.of("prices", id), Body.of(changes), Price::read);
    }

    /** {@code DELETE /prices/{id}}, scope prices:write; it stays, inactive; 401, 404. */
    @Endpoint("DELETE /prices/{id}")
    public ApiCall<Price> archive(String id) {
        return caller.prepare("DELETE", Paths.of("prices", id), null, Price::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Price parse(byte[] body) {
        return Caller.parse(body, Price::read);
    }
}
