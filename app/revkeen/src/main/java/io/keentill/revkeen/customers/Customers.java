package io.keentill.revkeen.customers;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
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

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Customer parse(byte[] body) {
        return Caller.parse(body, Customer::read);
    }
}
