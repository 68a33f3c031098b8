package io.keentill.revkeen.discounts;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;

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

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Discount parse(byte[] body) {
        return Caller.parse(body, Discount::read);
    }
}
