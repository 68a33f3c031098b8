package io.keentill.revkeen.schedules;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Subscription schedules (sections B.24, C.6). Their times are Unix seconds on the wire. */
public final class SubscriptionSchedules {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public SubscriptionSchedules(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /subscription-schedules}, scope subscription_schedules:write; 400, 401, 404. */
    @Endpoint("POST /subscription-schedules")
    public ApiCall<SubscriptionSchedule> create(ScheduleRequest request) {
        return caller.prepare("POST", Paths.of("subscription-schedules"), Body.of(request), SubscriptionSchedule::read);
    }

    /** {@code GET /subscription-schedules}, scope subscription_schedules:read; 401. */
    @Endpoint("GET /subscription-schedules")
    public Listing<SubscriptionSchedule> list(ScheduleQuery filter) {
        return caller.list(
                Paths.of("subscription-schedules"),
                Paths.Query.of(filter),
                Envelope.CURSOR,
                SubscriptionSchedule::read);
    }

    /** {@code GET /subscription-schedules/{id}}, scope subscription_schedules:read; 401, 404. */
    @Endpoint("GET /subscription-schedules/{id}")
    public ApiResult<SubscriptionSchedule> get(String id) {
        return caller.get(Paths.of("subscription-schedules", id), SubscriptionSchedule::read);
    }

    /** {@code POST /subscription-schedules/{id}}, scope subscription_schedules:write; 400 unless not started or active, 401, 404. */
    @Endpoint("POST /subscription-schedules/{id}")
    public ApiCall<SubscriptionSchedule> update(String id, ScheduleChanges changes) {
        return caller.prepare(
                "POST", Paths.of("subscription-schedules", id), Body.of(changes), SubscriptionSchedule::read);
    }

    /** {@code POST /subscription-schedules/{id}/cancel}, scope subscription_schedules:write; 400 unless not started or active, 401, 404. Null flags as the API defaults them. */
    @Endpoint("POST /subscription-schedules/{id}/cancel")
    public ApiCall<SubscriptionSchedule> cancel(String id, @Nullable Boolean invoiceNow, @Nullable Boolean prorate) {
        return caller.prepare(
                "POST",
                Paths.of("subscription-schedules", id, "cancel"),
                new Body().put("invoice_now", invoiceNow).put("prorate", prorate),
                SubscriptionSchedule::read);
    }

    /** {@code POST /subscription-schedules/{id}/release}, scope subscription_schedules:write; 400, 401, 404. The subscription goes on without its schedule. */
    @Endpoint("POST /subscription-schedules/{id}/release")
    public ApiCall<SubscriptionSchedule> release(String id, @Nullable Boolean preserveCancelDate) {
        return caller.prepare(
                "POST",
                Paths.of("subscription-schedules", id, "release"),
                new Body().put("preserve_cancel_date", preserveCancelDate),
                SubscriptionSchedule::read);
    }
}
