package io.keentill.revkeen.products;

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

/** Products (section B.4). */
public final class Products {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Products(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /products/{id}}, scope products:read; 404. */
    @Endpoint("GET /products/{id}")
    public ApiResult<Product> get(String id) {
        return caller.get(Paths.of("products", id), Product::read);
    }

    /** {@code GET /products}, scope products:read; 400, 401. {@code search} null for all. */
    @Endpoint("GET /products")
    public Listing<Product> list(@Nullable String search) {
        return caller.list(Paths.of("products"), new Paths.Query().put("search", search), Envelope.PAGE, Product::read);
    }

    /** {@code PUT /products/external/{source}/{externalId}}, scope products:write; 401, 403, 409 stale. */
    @Endpoint("PUT /products/external/{source}/{externalId}")
    public ApiCall<Upsert<ExternalProduct>> upsertExternal(String source, String externalId, ProductUpsert request) {
        return caller.upsert(
                Paths.of("products", "external", source, externalId), Body.of(request), ExternalProduct::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Product parse(byte[] body) {
        return Caller.parse(body, Product::read);
    }
}
