package io.keentill.revkeen.payments;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;

/** Money movements, read only (section B.15). */
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

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Payment parse(byte[] body) {
        return Caller.parse(body, Payment::read);
    }
}
