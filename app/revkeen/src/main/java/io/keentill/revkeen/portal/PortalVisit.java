package io.keentill.revkeen.portal;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** What a customer sees and does in the portal (section B.23). */
public final class PortalVisit {
    private final Caller caller;

    PortalVisit(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /customer-portal/customer}, with a session's token; 401. */
    @Endpoint("GET /customer-portal/customer")
    public ApiResult<PortalCustomer> customer() {
        return caller.get(Paths.of("customer-portal", "customer"), PortalCustomer::read);
    }

    /** {@code GET /customer-portal/invoices}, with a session's token; 401. */
    @Endpoint("GET /customer-portal/invoices")
    public Listing<PortalInvoice> invoices() {
        return caller.list(
                Paths.of("customer-portal", "invoices"), new Paths.Query(), Envelope.CURSOR, PortalInvoice::read);
    }

    /** {@code GET /customer-portal/invoices/{id}}, with a session's token; 404. */
    @Endpoint("GET /customer-portal/invoices/{id}")
    public ApiResult<PortalInvoice> invoice(String id) {
        return caller.get(Paths.of("customer-portal", "invoices", id), PortalInvoice::read);
    }

    /** {@code GET /customer-portal/subscriptions}, with a session's token; 401. */
    @Endpoint("GET /customer-portal/subscriptions")
    public Listing<PortalSubscription> subscriptions() {
        return caller.list(
                Paths.of("customer-portal", "subscriptions"),
                new Paths.Query(),
                Envelope.CURSOR,
                PortalSubscription::read);
    }

    /** {@code GET /customer-portal/subscriptions/{id}}, with a session's token; 404. */
    @Endpoint("GET /customer-portal/subscriptions/{id}")
    public ApiResult<PortalSubscription> subscription(String id) {
        return caller.get(Paths.of("customer-portal", "subscriptions", id), PortalSubscription::read);
    }

    /** {@code POST /customer-portal/subscriptions/{id}/cancel}, with a session's token; 404. {@code atPeriodEnd} null for true; a repeat changes nothing. */
    @Endpoint("POST /customer-portal/subscriptions/{id}/cancel")
    public ApiCall<PortalSubscription> cancelSubscription(
            String id, @Nullable Boolean atPeriodEnd, @Nullable String reason) {
        return caller.prepare(
                "POST",
                Paths.of("customer-portal", "subscriptions", id, "cancel"),
                new Body().put("cancel_at_period_end", atPeriodEnd).put("reason", reason),
                PortalSubscription::read);
    }
}
