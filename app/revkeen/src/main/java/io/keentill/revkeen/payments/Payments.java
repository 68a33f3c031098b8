package io.keentill.revkeen.payments;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Money movements (section B.15). */
public final class Payments {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Payments(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /payments/{id}}, scope payments:read; 404. */
    @Endpoint("GET /payments/{id}")
    public ApiResult<Payment> get(String id) {
        return caller.get(Paths.of("payments", id), Payment::read);
    }

    /** {@code GET /payments}, scope payments:read, newest first where stated; 401. */
    @Endpoint("GET /payments")
    public Listing<Payment> list(PaymentQuery filter) {
        return caller.list(Paths.of("payments"), Paths.Query.of(filter), Envelope.CURSOR, Payment::read);
    }

    /** {@code POST /payments/{id}/capture}, scope payments:write; 400 unless authorised, 404. {@code amount} in minor units, null for all. */
    @Endpoint("POST /payments/{id}/capture")
    public ApiCall<Payment> capture(String id, @Nullable Long amount) {
        return caller.prepare(
                "POST", Paths.of("payments", id, "capture"), new Body().put("amount", amount), Payment::read);
    }

    /** {@code POST /payments/{id}/cancel}, scope payments:write; 400 when captured, 404. */
    @Endpoint("POST /payments/{id}/cancel")
    public ApiCall<Payment> cancel(String id, @Nullable String reason) {
        return caller.prepare(
                "POST", Paths.of("payments", id, "cancel"), new Body().put("reason", reason), Payment::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Payment parse(byte[] body) {
        return Caller.parse(body, Payment::read);
    }
}
