package io.keentill.revkeen.products;

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

    /** {@code POST /products}, scope products:write; 400, 401. */
    @Endpoint("POST /products")
    public ApiCall<Product> create(ProductRequest request) {
        return caller.prepare("POST", Paths.of("products"), Body.of(request), Product::read);
    }

    /** {@code PATCH /products/{id}}, scope products:write; archiving is a change, too; 400, 401, 404. */
    @Endpoint("PATCH /products/{id}")
    public ApiCall<Product> update(String id, ProductChanges changes) {
        return caller.prepare("PATCH", Paths.of("products", id), Body.of(changes), Product::read);
    }

    /** {@code PUT /products/external/batch}, scope products:write; up to 100 at once; 400, 401, 403. */
    @Endpoint("PUT /products/external/batch")
    public ApiCall<BatchResult> upsertBatch(ProductBatch batch) {
        return caller.prepare("PUT", Paths.of("products", "external", "batch"), Body.of(batch), BatchResult::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Product parse(byte[] body) {
        return Caller.parse(body, Product::read);
    }
}
