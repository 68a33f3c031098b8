package io.keentill.revkeen.refunds;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Refunds through the original gateway (section B.17). An id in a path may be the uuid or the public id. */
public final class Refunds {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Refunds(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /refunds}, scope refunds:write; 400 when there is no such payment or nothing is left of it. */
    @Endpoint("POST /refunds")
    public ApiCall<Refund> create(RefundRequest request) {
        return caller.prepare("POST", Paths.of("refunds"), Body.of(request), Refund::read);
    }

    /** {@code GET /refunds}, scope refunds:read; 401. */
    @Endpoint("GET /refunds")
    public Listing<Refund> list(RefundQuery filter) {
        return caller.list(Paths.of("refunds"), Paths.Query.ofIso(filter), Envelope.OFFSET, Refund::read);
    }

    /** {@code GET /refunds/{id}}, scope refunds:read; 404. */
    @Endpoint("GET /refunds/{id}")
    public ApiResult<Refund> get(String id) {
        return caller.get(Paths.of("refunds", id), Refund::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Refund parse(byte[] body) {
        return Caller.parse(body, Refund::read);
    }
}
