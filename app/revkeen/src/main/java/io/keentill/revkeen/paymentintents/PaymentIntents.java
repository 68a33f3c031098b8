package io.keentill.revkeen.paymentintents;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Payment intents (sections B.14, C.4). */
public final class PaymentIntents {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public PaymentIntents(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /payment-intents}, scope payment_intents:write; 400. */
    @Endpoint("POST /payment-intents")
    public ApiCall<PaymentIntent> create(PaymentIntentRequest request) {
        return caller.prepare("POST", Paths.of("payment-intents"), Body.of(request), PaymentIntent::read);
    }

    /** {@code GET /payment-intents}, scope payment_intents:read, newest first; 401. */
    @Endpoint("GET /payment-intents")
    public Listing<PaymentIntent> list(PaymentIntentQuery filter) {
        return caller.list(Paths.of("payment-intents"), Paths.Query.of(filter), Envelope.CURSOR, PaymentIntent::read);
    }

    /** {@code GET /payment-intents/{id}}, scope payment_intents:read; 404. */
    @Endpoint("GET /payment-intents/{id}")
    public ApiResult<PaymentIntent> get(String id) {
        return caller.get(Paths.of("payment-intents", id), PaymentIntent::read);
    }

    /** {@code POST /payment-intents/{id}}, scope payment_intents:write; 400 when the status does not allow it, 404. */
    @Endpoint("POST /payment-intents/{id}")
    public ApiCall<PaymentIntent> update(String id, PaymentIntentChanges changes) {
        return caller.prepare("POST", Paths.of("payment-intents", id), Body.of(changes), PaymentIntent::read);
    }

    /** {@code POST /payment-intents/{id}/confirm}, scope payment_intents:write; 400, 404. The method may be null when it is set; the answer may require an action. */
    @Endpoint("POST /payment-intents/{id}/confirm")
    public ApiCall<PaymentIntent> confirm(String id, @Nullable String paymentMethod, @Nullable String returnUrl) {
        return caller.prepare(
                "POST",
                Paths.of("payment-intents", id, "confirm"),
                new Body().put("payment_method", paymentMethod).put("return_url", returnUrl),
                PaymentIntent::read);
    }

    /** {@code POST /payment-intents/{id}/capture}, scope payment_intents:write; 400, 404. {@code amountToCapture} in minor units, null for all. */
    @Endpoint("POST /payment-intents/{id}/capture")
    public ApiCall<PaymentIntent> capture(String id, @Nullable Long amountToCapture) {
        return caller.prepare(
                "POST",
                Paths.of("payment-intents", id, "capture"),
                new Body().put("amount_to_capture", amountToCapture),
                PaymentIntent::read);
    }

    /** {@code POST /payment-intents/{id}/cancel}, scope payment_intents:write; 400 when succeeded or canceled, 404. */
    @Endpoint("POST /payment-intents/{id}/cancel")
    public ApiCall<PaymentIntent> cancel(String id, @Nullable CancellationReason reason) {
        return caller.prepare(
                "POST",
                Paths.of("payment-intents", id, "cancel"),
                new Body().put("cancellation_reason", reason),
                PaymentIntent::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public PaymentIntent parse(byte[] body) {
        return Caller.parse(body, PaymentIntent::read);
    }
}
