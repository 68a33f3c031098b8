package io.keentill.revkeen.integrations;

import io.keentill.revkeen.Acknowledgement;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Fields;
import java.util.List;
import java.util.Map;

/** What of another system stands for what of ours (section B.31). */
public final class IntegrationMappings {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public IntegrationMappings(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /integrations/{provider}/payment-methods}, scope integrations:read; 404. */
    @Endpoint("GET /integrations/{provider}/payment-methods")
    public Listing<ForeignPaymentMethod> paymentMethods(String provider) {
        return caller.list(
                Paths.of("integrations", provider, "payment-methods"),
                new Paths.Query(),
                Envelope.WHOLE,
                ForeignPaymentMethod::read);
    }

    /** {@code POST /integrations/{provider}/payment-methods}, scope integrations:write; asks the other system; 401. */
    @Endpoint("POST /integrations/{provider}/payment-methods")
    public ApiCall<List<ForeignPaymentMethod>> paymentMethods(String provider, PaymentMethodSource source) {
        return caller.prepareWhole(
                "POST",
                Paths.of("integrations", provider, "payment-methods"),
                Body.of(source),
                top -> top.list("data", ForeignPaymentMethod::read));
    }

    /** {@code GET /integrations/{provider}/packages}, scope integrations:read; untyped in the API; 404. */
    @Endpoint("GET /integrations/{provider}/packages")
    public Listing<Map<String, Object>> packages(String provider) {
        return untyped(provider, "packages");
    }

    /** {@code GET /integrations/{provider}/billable-items}, scope integrations:read; untyped in the API; 404. */
    @Endpoint("GET /integrations/{provider}/billable-items")
    public Listing<Map<String, Object>> billableItems(String provider) {
        return untyped(provider, "billable-items");
    }

    /** {@code GET /integrations/{provider}/unmapped-attempts}, scope integrations:read; untyped in the API; 404. */
    @Endpoint("GET /integrations/{provider}/unmapped-attempts")
    public Listing<Map<String, Object>> unmappedAttempts(String provider) {
        return untyped(provider, "unmapped-attempts");
    }

    /** {@code GET /integrations/{provider}/product-mappings}, scope integrations:read; 404. */
    @Endpoint("GET /integrations/{provider}/product-mappings")
    public Listing<ProductMapping> products(String provider) {
        return caller.list(
                Paths.of("integrations", provider, "product-mappings"),
                new Paths.Query(),
                Envelope.WHOLE,
                ProductMapping::read);
    }

    /** {@code PUT /integrations/{provider}/product-mappings}, scope integrations:write; replaces all; 400, 404. */
    @Endpoint("PUT /integrations/{provider}/product-mappings")
    public ApiCall<MappingCount> setProducts(String provider, List<ProductMappingRequest> mappings) {
        return caller.prepare(
                "PUT",
                Paths.of("integrations", provider, "product-mappings"),
                new Body().put("mappings", mappings),
                MappingCount::read);
    }

    /** {@code DELETE /integrations/{provider}/product-mappings/{externalId}}, scope integrations:write; 404. */
    @Endpoint("DELETE /integrations/{provider}/product-mappings/{externalId}")
    public ApiCall<Acknowledgement> removeProduct(String provider, String externalId) {
        return caller.prepare(
                "DELETE",
                Paths.of("integrations", provider, "product-mappings", externalId),
                null,
                Acknowledgement::read);
    }

    /** {@code POST /integrations/{provider}/suggest-mappings}, scope integrations:write; 400, 404. */
    @Endpoint("POST /integrations/{provider}/suggest-mappings")
    public ApiCall<List<MappingSuggestion>> suggest(String provider, List<ForeignItem> items) {
        return caller.prepareWhole(
                "POST",
                Paths.of("integrations", provider, "suggest-mappings"),
                new Body().put("externalItems", items),
                top -> top.list("suggestions", MappingSuggestion::read));
    }

    private Listing<Map<String, Object>> untyped(String provider, String what) {
        return caller.list(Paths.of("integrations", provider, what), new Paths.Query(), Envelope.WHOLE, Fields::all);
    }
}
