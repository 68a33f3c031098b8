package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** Stored payment methods (section B.9). None is made here: a setup intent or a checkout stores them. */
public final class PaymentMethods {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public PaymentMethods(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /payment-methods}, scope payment_methods:read; 401, 403. */
    @Endpoint("GET /payment-methods")
    public Listing<PaymentMethod> list(PaymentMethodQuery filter) {
        return caller.list(Paths.of("payment-methods"), Paths.Query.of(filter), Envelope.CURSOR, PaymentMethod::read);
    }

    /** {@code GET /payment-methods/{id}}, scope payment_methods:read; uuid or public id; 404. */
    @Endpoint("GET /payment-methods/{id}")
    public ApiResult<PaymentMethod> get(String id) {
        return caller.get(Paths.of("payment-methods", id), PaymentMethod::read);
    }

    /** {@code POST /payment-methods/{id}}, scope payment_methods:write; 400, 404. */
    @Endpoint("POST /payment-methods/{id}")
    public ApiCall<PaymentMethod> update(String id, PaymentMethodChanges changes) {
        return caller.prepare("POST", Paths.of("payment-methods", id), Body.of(changes), PaymentMethod::read);
    }

    /** {@code POST /payment-methods/{id}/attach}, scope payment_methods:write; moves it when it is another's; 400, 404. */
    @Endpoint("POST /payment-methods/{id}/attach")
    public ApiCall<PaymentMethod> attach(String id, String customerId) {
        return caller.prepare(
                "POST",
                Paths.of("payment-methods", id, "attach"),
                new Body().put("customer_id", customerId),
                PaymentMethod::read);
    }

    /** {@code POST /payment-methods/{id}/detach}, scope payment_methods:write; it stays, inactive; 400, 404. */
    @Endpoint("POST /payment-methods/{id}/detach")
    public ApiCall<PaymentMethod> detach(String id) {
        return caller.prepare("POST", Paths.of("payment-methods", id, "detach"), null, PaymentMethod::read);
    }
}
