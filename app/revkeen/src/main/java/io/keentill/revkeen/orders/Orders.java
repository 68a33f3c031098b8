package io.keentill.revkeen.orders;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import org.jspecify.annotations.Nullable;

/** Orders (section B.1). */
public final class Orders {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Orders(Caller caller) {
        this.caller = caller;
    }

    /** {@code POST /orders}, scope orders:write; 400, 401, 404. */
    @Endpoint("POST /orders")
    public ApiCall<Order> create(OrderRequest request) {
        return caller.prepare("POST", Paths.of("orders"), Body.of(request), Order::read);
    }

    /** {@code GET /orders/{id}}, scope orders:read; 404. */
    @Endpoint("GET /orders/{id}")
    public ApiResult<Order> get(String id) {
        return caller.get(Paths.of("orders", id), Order::read);
    }

    /** {@code GET /orders}, scope orders:read, newest first where stated; 401. */
    @Endpoint("GET /orders")
    public Listing<Order> list(OrderQuery filter) {
        return caller.list(Paths.of("orders"), Paths.Query.of(filter), Envelope.CURSOR, Order::read);
    }

    /** {@code POST /orders/{id}/cancel}, scope orders:write; 400 when paid or fulfilled, 404. */
    @Endpoint("POST /orders/{id}/cancel")
    public ApiCall<Order> cancel(String id, @Nullable String reason) {
        return caller.prepare("POST", Paths.of("orders", id, "cancel"), new Body().put("reason", reason), Order::read);
    }

    /** {@code PATCH /orders/{id}}, scope orders:write; in the documentation only, so nothing may depend on it; 400, 404. */
    @Endpoint("PATCH /orders/{id}")
    public ApiCall<Order> update(String id, OrderChanges changes) {
        return caller.prepare("PATCH", Paths.of("orders", id), Body.of(changes), Order::read);
    }

    /** {@code POST /orders/{id}/pay}, scope orders:write; cards and tokens only; 400 declined or not payable, 404. */
    @Endpoint("POST /orders/{id}/pay")
    public ApiCall<Order> pay(String id, OrderPayment payment) {
        return caller.prepare("POST", Paths.of("orders", id, "pay"), Body.of(payment), Order::read);
    }

    /** {@code POST /orders/{id}/fulfill}, scope orders:write; 400 unless paid, 404. */
    @Endpoint("POST /orders/{id}/fulfill")
    public ApiCall<Order> fulfill(String id, OrderFulfillment fulfillment) {
        return caller.prepare("POST", Paths.of("orders", id, "fulfill"), Body.of(fulfillment), Order::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Order parse(byte[] body) {
        return Caller.parse(body, Order::read);
    }
}
