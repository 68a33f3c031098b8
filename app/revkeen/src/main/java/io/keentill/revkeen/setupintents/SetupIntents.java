package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Attempts to store a payment method (section B.9). */
public final class SetupIntents {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public SetupIntents(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /setup-intents}, scope setup_intents:write; 400. */
    @Endpoint("POST /setup-intents")
    public ApiCall<SetupIntent> create(SetupIntentRequest request) {
        return caller.prepare("POST", Paths.of("setup-intents"), Body.of(request), SetupIntent::read);
    }

    /** {@code GET /setup-intents}, scope setup_intents:read; 401, 403. */
    @Endpoint("GET /setup-intents")
    public Listing<SetupIntent> list(SetupIntentQuery filter) {
        return caller.list(Paths.of("setup-intents"), Paths.Query.of(filter), Envelope.CURSOR, SetupIntent::read);
    }

    /** {@code GET /setup-intents/{id}}, scope setup_intents:read; uuid or public id; 404. */
    @Endpoint("GET /setup-intents/{id}")
    public ApiResult<SetupIntent> get(String id) {
        return caller.get(Paths.of("setup-intents", id), SetupIntent::read);
    }

    /** {@code POST /setup-intents/{id}}, scope setup_intents:write; 400 once confirmed or canceled, 404. */
    @Endpoint("POST /setup-intents/{id}")
    public ApiCall<SetupIntent> update(String id, SetupIntentChanges changes) {
        return caller.prepare("POST", Paths.of("setup-intents", id), Body.of(changes), SetupIntent::read);
    }

    /** {@code POST /setup-intents/{id}/confirm}, scope setup_intents:write; null for what it has; 400, 404. */
    @Endpoint("POST /setup-intents/{id}/confirm")
    public ApiCall<SetupIntent> confirm(String id, @Nullable String paymentMethodId, @Nullable String returnUrl) {
        return caller.prepare(
                "POST",
                Paths.of("setup-intents", id, "confirm"),
                new Body().put("payment_method_id", paymentMethodId).put("return_url", returnUrl),
                SetupIntent::read);
    }

    /** {@code POST /setup-intents/{id}/cancel}, scope setup_intents:write; null for no reason; 400, 404. */
    @Endpoint("POST /setup-intents/{id}/cancel")
    public ApiCall<SetupIntent> cancel(String id, @Nullable CancellationReason reason) {
        return caller.prepare(
                "POST",
                Paths.of("setup-intents", id, "cancel"),
                new Body().put("cancellation_reason", reason),
                SetupIntent::read);
    }
}
