package io.keentill.revkeen.payouts;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;

/** Payouts, read only (section B.19). An id in a path may be the uuid or the public id. */
public final class Payouts {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Payouts(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /payouts}, scope payouts:read; 401. */
    @Endpoint("GET /payouts")
    public Listing<Payout> list(PayoutQuery filter) {
        return caller.list(Paths.of("payouts"), Paths.Query.ofIso(filter), Envelope.OFFSET, Payout::read);
    }

    /** {@code GET /payouts/{id}}, scope payouts:read; 404. */
    @Endpoint("GET /payouts/{id}")
    public ApiResult<Payout> get(String id) {
        return caller.get(Paths.of("payouts", id), Payout::read);
    }

    /** {@code GET /payouts/{id}/payments}, scope payouts:read; 404. */
    @Endpoint("GET /payouts/{id}/payments")
    public Listing<PayoutPayment> payments(String id) {
        return caller.list(
                Paths.of("payouts", id, "payments"), new Paths.Query(), Envelope.OFFSET, PayoutPayment::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Payout parse(byte[] body) {
        return Caller.parse(body, Payout::read);
    }
}
