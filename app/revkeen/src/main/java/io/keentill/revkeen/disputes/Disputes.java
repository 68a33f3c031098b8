package io.keentill.revkeen.disputes;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import org.jspecify.annotations.Nullable;

/** Disputes, read only: the API publishes no call to answer one (section B.20). An id in a path may be the uuid or the public id. */
public final class Disputes {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Disputes(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /disputes}, scope disputes:read; 401. */
    @Endpoint("GET /disputes")
    public Listing<Dispute> list(DisputeQuery filter) {
        return caller.list(Paths.of("disputes"), Paths.Query.ofIso(filter), Envelope.OFFSET, Dispute::read);
    }

    /** {@code GET /disputes/open}, scope disputes:read; 401. {@code limit} null for as many as the API gives. */
    @Endpoint("GET /disputes/open")
    public ApiResult<OpenDisputes> open(@Nullable Integer limit) {
        return caller.getWhole(Paths.of("disputes", "open"), new Paths.Query().put("limit", limit), OpenDisputes::read);
    }

    /** {@code GET /disputes/{id}}, scope disputes:read; 404. */
    @Endpoint("GET /disputes/{id}")
    public ApiResult<Dispute> get(String id) {
        return caller.get(Paths.of("disputes", id), Dispute::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Dispute parse(byte[] body) {
        return Caller.parse(body, Dispute::read);
    }
}
