package io.keentill.revkeen.customers;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.BatchResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.orders.OrderStatus;
import io.keentill.revkeen.paymentmethods.PaymentMethod;
import io.keentill.revkeen.payments.PaymentStatus;
import io.keentill.revkeen.portal.PortalSession;
import io.keentill.revkeen.subscriptions.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/** Customers (section B.8). */
public final class Customers {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Customers(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /customers}, scope customers:write; 400, 401. */
    @Endpoint("POST /customers")
    public ApiCall<Customer> create(CustomerRequest request) {
        return caller.prepare("POST", Paths.of("customers"), Body.of(request), Customer::read);
    }

    /** {@code GET /customers/{id}}, scope customers:read; 404. */
    @Endpoint("GET /customers/{id}")
    public ApiResult<Customer> get(String id) {
        return caller.get(Paths.of("customers", id), Customer::read);
    }

    /** {@code GET /customers}, scope customers:read; 401. {@code search} null for all. */
    @Endpoint("GET /customers")
    public Listing<Customer> list(@Nullable String search) {
        return caller.list(
                Paths.of("customers"), new Paths.Query().put("search", search), Envelope.OFFSET, Customer::read);
    }

    /** {@code PUT /customers/external/{source}/{id}}, scope customers:write; 400, 401. */
    @Endpoint("PUT /customers/external/{source}/{id}")
    public ApiCall<Upsert<Customer>> upsertExternal(String source, String externalId, CustomerUpsert request) {
        return caller.upsert(Paths.of("customers", "external", source, externalId), Body.of(request), Customer::read);
    }

    /** {@code PATCH /customers/{id}}, scope customers:write; 401, 404. */
    @Endpoint("PATCH /customers/{id}")
    public ApiCall<Customer> update(String id, CustomerChanges changes) {
        return caller.prepare("PATCH", Paths.of("customers", id), Body.of(changes), Customer::read);
    }

    /** {@code PUT /customers/external/batch}, scope customers:write; up to 100 at once; 400, 401, 403. */
    @Endpoint("PUT /customers/external/batch")
    public ApiCall<BatchResult> upsertBatch(CustomerBatch batch) {
        return caller.prepare("PUT", Paths.of("customers", "external", "batch"), Body.of(batch), BatchResult::read);
    }

    /** {@code GET /customers/{id}/payment-methods}, scope customers:read; 401, 404. */
    @Endpoint("GET /customers/{id}/payment-methods")
    public Listing<PaymentMethod> paymentMethods(String id) {
        return caller.list(
                Paths.of("customers", id, "payment-methods"), new Paths.Query(), Envelope.WHOLE, PaymentMethod::read);
    }

    /** {@code GET /customers/{id}/invoices}, scope customers:read; 401, 404. */
    @Endpoint("GET /customers/{id}/invoices")
    public Listing<CustomerInvoice> invoices(String id) {
        return caller.list(
                Paths.of("customers", id, "invoices"), new Paths.Query(), Envelope.CURSOR, CustomerInvoice::read);
    }

    /** {@code GET /customers/{id}/subscriptions}, scope customers:read; null for all; 401, 404. */
    @Endpoint("GET /customers/{id}/subscriptions")
    public Listing<CustomerSubscription> subscriptions(String id, @Nullable SubscriptionStatus status) {
        return caller.list(
                Paths.of("customers", id, "subscriptions"),
                new Paths.Query().put("status", status),
                Envelope.CURSOR,
                CustomerSubscription::read);
    }

    /** {@code GET /customers/{id}/orders}, scope customers:read; pending, paid, fulfilled, canceled, or null for all; 401, 404. */
    @Endpoint("GET /customers/{id}/orders")
    public Listing<CustomerOrder> orders(String id, @Nullable OrderStatus status) {
        return caller.list(
                Paths.of("customers", id, "orders"),
                new Paths.Query().put("status", status),
                Envelope.CURSOR,
                CustomerOrder::read);
    }

    /** {@code GET /customers/{id}/payments}, scope customers:read; pending, authorized, captured, failed, voided, refunded, or null for all; 401, 404. */
    @Endpoint("GET /customers/{id}/payments")
    public Listing<CustomerPayment> payments(String id, @Nullable PaymentStatus status) {
        return caller.list(
                Paths.of("customers", id, "payments"),
                new Paths.Query().put("status", status),
                Envelope.CURSOR,
                CustomerPayment::read);
    }

    /** {@code POST /customers/{id}/portal-sessions}, scope customers:write; {@code returnUrl} null for none; 401, 404. */
    @Endpoint("POST /customers/{id}/portal-sessions")
    public ApiCall<PortalSession> openPortal(String id, @Nullable String returnUrl) {
        return caller.prepare(
                "POST",
                Paths.of("customers", id, "portal-sessions"),
                new Body().put("return_url", returnUrl),
                PortalSession::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Customer parse(byte[] body) {
        return Caller.parse(body, Customer::read);
    }
}
