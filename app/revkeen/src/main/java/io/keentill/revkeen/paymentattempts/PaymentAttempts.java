package io.keentill.revkeen.paymentattempts;

import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;

/** Attempts at payments through a gateway (section B.21). */
public final class PaymentAttempts {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public PaymentAttempts(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /payment-attempts}, scope payments:read, as many as the API gives at once, newest first; 401. */
    @Endpoint("GET /payment-attempts")
    public Listing<PaymentAttempt> list(PaymentAttemptQuery filter) {
        return caller.list(
                Paths.of("payment-attempts"), Paths.Query.ofIso(filter), Envelope.LIMITED, PaymentAttempt::read);
    }
}
