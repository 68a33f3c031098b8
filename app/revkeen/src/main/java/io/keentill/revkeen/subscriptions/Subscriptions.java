package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.Acknowledgement;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Subscriptions (sections B.24, C.5). */
public final class Subscriptions {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Subscriptions(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /subscriptions}, scope subscriptions:write; 400, 401. */
    @Endpoint("POST /subscriptions")
    public ApiCall<Subscription> create(SubscriptionRequest request) {
        return caller.prepare("POST", Paths.of("subscriptions"), Body.of(request), Subscription::read);
    }

    /** {@code GET /subscriptions}, scope subscriptions:read; 401. */
    @Endpoint("GET /subscriptions")
    public Listing<Subscription> list(SubscriptionQuery filter) {
        return caller.list(Paths.of("subscriptions"), Paths.Query.of(filter), Envelope.PAGE, Subscription::read);
    }

    /** {@code GET /subscriptions/{id}}, scope subscriptions:read; 401, 404. */
    @Endpoint("GET /subscriptions/{id}")
    public ApiResult<Subscription> get(String id) {
        return caller.get(Paths.of("subscriptions", id), Subscription::read);
    }

    /** {@code PATCH /subscriptions/{id}}, scope subscriptions:write; 401, 404. */
    @Endpoint("PATCH /subscriptions/{id}")
    public ApiCall<Subscription> update(String id, SubscriptionChanges changes) {
        return caller.prepare("PATCH", Paths.of("subscriptions", id), Body.of(changes), Subscription::read);
    }

    /** {@code DELETE /subscriptions/{id}}, scope subscriptions:write; 401, 404. Prefer {@link #cancel}, which says when (ruling H 24). */
    @Endpoint("DELETE /subscriptions/{id}")
    public ApiCall<Acknowledgement> delete(String id) {
        return caller.prepare("DELETE", Paths.of("subscriptions", id), null, Acknowledgement::read);
    }

    /** {@code POST /subscriptions/{id}/change-plan}, scope subscriptions:write; 401, 404. */
    @Endpoint("POST /subscriptions/{id}/change-plan")
    public ApiCall<PlanChanged> changePlan(String id, PlanChange request) {
        return caller.prepare(
                "POST", Paths.of("subscriptions", id, "change-plan"), Body.of(request), PlanChanged::read);
    }

    /** {@code POST /subscriptions/{id}/change-quantity}, scope subscriptions:write; 401, 404. */
    @Endpoint("POST /subscriptions/{id}/change-quantity")
    public ApiCall<QuantityChanged> changeQuantity(String id, QuantityChange request) {
        return caller.prepare(
                "POST", Paths.of("subscriptions", id, "change-quantity"), Body.of(request), QuantityChanged::read);
    }

    /** {@code POST /subscriptions/{id}/pause}, scope subscriptions:write; 400 unless active, 401, 404. */
    @Endpoint("POST /subscriptions/{id}/pause")
    public ApiCall<Subscription> pause(String id, PauseRequest request) {
        return caller.prepare("POST", Paths.of("subscriptions", id, "pause"), Body.of(request), Subscription::read);
    }

    /** {@code POST /subscriptions/{id}/resume}, scope subscriptions:write; 400 unless paused, 401, 404. */
    @Endpoint("POST /subscriptions/{id}/resume")
    public ApiCall<Subscription> resume(String id) {
        return caller.prepare("POST", Paths.of("subscriptions", id, "resume"), null, Subscription::read);
    }

    /** {@code POST /subscriptions/{id}/cancel}, scope subscriptions:write; 400 when it has ended, 401, 404. */
    @Endpoint("POST /subscriptions/{id}/cancel")
    public ApiCall<Subscription> cancel(String id, CancelMode mode, @Nullable String reason) {
        return caller.prepare(
                "POST",
                Paths.of("subscriptions", id, "cancel"),
                new Body().put("mode", mode).put("reason", reason),
                Subscription::read);
    }

    /** {@code POST /subscriptions/{id}/reactivate}, scope subscriptions:write; 400 unless it is to end with its period, 401, 404. */
    @Endpoint("POST /subscriptions/{id}/reactivate")
    public ApiCall<Subscription> reactivate(String id) {
        return caller.prepare("POST", Paths.of("subscriptions", id, "reactivate"), null, Subscription::read);
    }

    /** {@code POST /subscriptions/{id}/preview-renewal}, scope subscriptions:write; changes nothing. {@code previewCount} null for the API's choice; 401, 404. */
    @Endpoint("POST /subscriptions/{id}/preview-renewal")
    public ApiCall<RenewalPreview> previewRenewal(String id, @Nullable Long previewCount) {
        return caller.prepare(
                "POST",
                Paths.of("subscriptions", id, "preview-renewal"),
                new Body().put("previewCount", previewCount),
                RenewalPreview::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Subscription parse(byte[] body) {
        return Caller.parse(body, Subscription::read);
    }
}
