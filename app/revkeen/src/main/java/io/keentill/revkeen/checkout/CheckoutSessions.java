package io.keentill.revkeen.checkout;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Checkout sessions: hosted payment pages (section B.13). */
public final class CheckoutSessions {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public CheckoutSessions(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /checkout-sessions}, scope checkout:write; 400, 404. */
    @Endpoint("POST /checkout-sessions")
    public ApiCall<NewCheckoutSession> create(CheckoutRequest request) {
        return caller.prepare("POST", Paths.of("checkout-sessions"), Body.of(request), NewCheckoutSession::read);
    }

    /** {@code GET /checkout-sessions/{id}}, scope checkout:read; 404. */
    @Endpoint("GET /checkout-sessions/{id}")
    public ApiResult<CheckoutSession> get(String id) {
        return caller.get(Paths.of("checkout-sessions", id), CheckoutSession::read);
    }

    /** {@code POST /checkout-sessions/{id}/expire}, scope checkout:write; 404, 409 unless open or pending without a running attempt. */
    @Endpoint("POST /checkout-sessions/{id}/expire")
    public ApiCall<ExpiredCheckout> expire(String id) {
        return caller.prepare("POST", Paths.of("checkout-sessions", id, "expire"), null, ExpiredCheckout::read);
    }

    /** Reads a reply to {@link #create}; {@link IllegalArgumentException} when these bytes are none. */
    public NewCheckoutSession parseNew(byte[] body) {
        return Caller.parse(body, NewCheckoutSession::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public CheckoutSession parse(byte[] body) {
        return Caller.parse(body, CheckoutSession::read);
    }
}
