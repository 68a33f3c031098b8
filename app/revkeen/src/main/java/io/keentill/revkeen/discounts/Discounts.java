package io.keentill.revkeen.discounts;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Discount codes (section B.6). */
public final class Discounts {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Discounts(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /discounts/{id}}, scope discounts:read; 404. */
    @Endpoint("GET /discounts/{id}")
    public ApiResult<Discount> get(String id) {
        return caller.get(Paths.of("discounts", id), Discount::read);
    }

    /** {@code GET /discounts}, scope discounts:read, newest first where stated; 401. */
    @Endpoint("GET /discounts")
    public Listing<Discount> list(DiscountQuery filter) {
        return caller.list(Paths.of("discounts"), Paths.Query.of(filter), Envelope.OFFSET, Discount::read);
    }

    /** {@code POST /discounts}, scope discounts:write; 400, 401. */
    @Endpoint("POST /discounts")
    public ApiCall<Discount> create(DiscountRequest request) {
        return caller.prepare("POST", Paths.of("discounts"), Body.of(request), Discount::read);
    }

    /** {@code PATCH /discounts/{id}}, scope discounts:write; 400, 401, 404. */
    @Endpoint("PATCH /discounts/{id}")
    public ApiCall<Discount> update(String id, DiscountChanges changes) {
        return caller.prepare("PATCH", Paths.of("discounts", id), Body.of(changes), Discount::read);
    }

    /** {@code DELETE /discounts/{id}}, scope discounts:write; it stays, archived; 401, 404. */
    @Endpoint("DELETE /discounts/{id}")
    public ApiCall<Discount> archive(String id) {
        return caller.prepare("DELETE", Paths.of("discounts", id), null, Discount::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Discount parse(byte[] body) {
        return Caller.parse(body, Discount::read);
    }
}
