package io.keentill.revkeen.voids;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Voids: payments undone before they settle (section B.17). An id in a path may be the uuid or the public id. */
public final class Voids {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Voids(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /voids}, scope voids:write; 400 when there is no such payment or it cannot be undone any more. */
    @Endpoint("POST /voids")
    public ApiCall<VoidedPayment> create(VoidRequest request) {
        return caller.prepare("POST", Paths.of("voids"), Body.of(request), VoidedPayment::read);
    }

    /** {@code GET /voids}, scope voids:read; 401. */
    @Endpoint("GET /voids")
    public Listing<VoidedPayment> list(VoidQuery filter) {
        return caller.list(Paths.of("voids"), Paths.Query.ofIso(filter), Envelope.OFFSET, VoidedPayment::read);
    }

    /** {@code GET /voids/{id}}, scope voids:read; 404. */
    @Endpoint("GET /voids/{id}")
    public ApiResult<VoidedPayment> get(String id) {
        return caller.get(Paths.of("voids", id), VoidedPayment::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public VoidedPayment parse(byte[] body) {
        return Caller.parse(body, VoidedPayment::read);
    }
}
