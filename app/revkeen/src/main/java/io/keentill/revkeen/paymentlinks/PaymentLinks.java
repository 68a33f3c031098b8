package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Payment links (section B.12). An id in a path may be the uuid or the public id. */
public final class PaymentLinks {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public PaymentLinks(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /payment-links}, scope payment_links:write; 400, 409 when the {@code idempotency_key} of its body was used. */
    @Endpoint("POST /payment-links")
    public ApiCall<PaymentLink> create(PaymentLinkRequest request) {
        return caller.prepare("POST", Paths.of("payment-links"), Body.of(request), PaymentLink::read);
    }

    /** {@code GET /payment-links}, scope payment_links:read; 400. */
    @Endpoint("GET /payment-links")
    public Listing<PaymentLink> list(PaymentLinkQuery filter) {
        return caller.list(Paths.of("payment-links"), Paths.Query.of(filter), Envelope.OFFSET, PaymentLink::read);
    }

    /** {@code GET /payment-links/{id}}, scope payment_links:read; 404. */
    @Endpoint("GET /payment-links/{id}")
    public ApiResult<PaymentLink> get(String id) {
        return caller.get(Paths.of("payment-links", id), PaymentLink::read);
    }

    /** {@code PATCH /payment-links/{id}/status}, scope payment_links:write; 400 when archived, 404. */
    @Endpoint("PATCH /payment-links/{id}/status")
    public ApiCall<LinkStatus> setStatus(String id, LinkState status) {
        return caller.prepare(
                "PATCH", Paths.of("payment-links", id, "status"), new Body().put("status", status), LinkStatus::read);
    }

    /** {@code POST /payment-links/{id}/expire}, scope payment_links:write; 400, 404. The API advises against it: see {@link #setStatus}. */
    @Endpoint("POST /payment-links/{id}/expire")
    public ApiCall<PaymentLink> expire(String id, @Nullable String reason) {
        return caller.prepare(
                "POST", Paths.of("payment-links", id, "expire"), new Body().put("reason", reason), PaymentLink::read);
    }

    /** {@code POST /payment-links/{id}/activate}, scope payment_links:write; 400 when archived, 404. The API advises against it: see {@link #setStatus}. */
    @Endpoint("POST /payment-links/{id}/activate")
    public ApiCall<LinkStatus> activate(String id) {
        return change(id, "activate");
    }

    /** {@code POST /payment-links/{id}/deactivate}, scope payment_links:write; 400 when archived, 404. The API advises against it: see {@link #setStatus}. */
    @Endpoint("POST /payment-links/{id}/deactivate")
    public ApiCall<LinkStatus> deactivate(String id) {
        return change(id, "deactivate");
    }

    /** {@code POST /payment-links/{id}/archive}, scope payment_links:write; 404. The API advises against it: see {@link #setStatus}. */
    @Endpoint("POST /payment-links/{id}/archive")
    public ApiCall<LinkStatus> archive(String id) {
        return change(id, "archive");
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public PaymentLink parse(byte[] body) {
        return Caller.parse(body, PaymentLink::read);
    }

    private ApiCall<LinkStatus> change(String id, String action) {
        return caller.prepare("POST", Paths.of("payment-links", id, action), null, LinkStatus::read);
    }
}
