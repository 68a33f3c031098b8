package io.keentill.revkeen.charges;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** One-off charges of stored methods, not for cards at a terminal (section B.16). */
public final class Charges {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Charges(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /charges}, scope charges:write; 400, 404, 409 when the {@code idempotencyKey} of its body was used. */
    @Endpoint("POST /charges")
    public ApiCall<Charge> create(ChargeRequest request) {
        return caller.prepare("POST", Paths.of("charges"), Body.of(request), Charge::read);
    }

    /** {@code GET /charges}, scope charges:read; 401. */
    @Endpoint("GET /charges")
    public Listing<Charge> list(ChargeQuery filter) {
        return caller.list(Paths.of("charges"), Paths.Query.of(filter), Envelope.PAGE, Charge::read);
    }

    /** {@code GET /charges/{id}}, scope charges:read; 404. */
    @Endpoint("GET /charges/{id}")
    public ApiResult<Charge> get(String id) {
        return caller.get(Paths.of("charges", id), Charge::read);
    }

    /** {@code POST /charges/{id}/capture}, scope charges:write; 400, 404. {@code amountMinor} null for all. */
    @Endpoint("POST /charges/{id}/capture")
    public ApiCall<Charge> capture(String id, @Nullable Long amountMinor) {
        return caller.prepare(
                "POST", Paths.of("charges", id, "capture"), new Body().put("amountMinor", amountMinor), Charge::read);
    }

    /** {@code POST /charges/{id}/refund}, scope charges:write; 400 above what is left, 404. */
    @Endpoint("POST /charges/{id}/refund")
    public ApiCall<Charge> refund(String id, ChargeRefundRequest request) {
        return caller.prepare("POST", Paths.of("charges", id, "refund"), Body.of(request), Charge::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Charge parse(byte[] body) {
        return Caller.parse(body, Charge::read);
    }
}
