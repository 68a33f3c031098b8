package io.keentill.revkeen.entitlements;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** What customers may use (section B.22). */
public final class Entitlements {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public Entitlements(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /customers/{id}/entitlements}, scope entitlements:read; 404. */
    @Endpoint("GET /customers/{id}/entitlements")
    public Listing<Entitlement> ofCustomer(String customerId, EntitlementQuery filter) {
        return caller.list(
                Paths.of("customers", customerId, "entitlements"),
                Paths.Query.of(filter),
                Envelope.OFFSET,
                Entitlement::read);
    }

    /** {@code POST /customers/{id}/entitlements}, scope entitlements:write (inferred); 400, 404. */
    @Endpoint("POST /customers/{id}/entitlements")
    public ApiCall<EntitlementChange> grant(String customerId, EntitlementRequest request) {
        return caller.prepareWhole(
                "POST", Paths.of("customers", customerId, "entitlements"), Body.of(request), EntitlementChange::read);
    }

    /** {@code GET /customers/{id}/entitlements/check}, scope entitlements:read; 404. */
    @Endpoint("GET /customers/{id}/entitlements/check")
    public ApiResult<AccessCheck> check(String customerId, String benefitKey) {
        return caller.get(
                Paths.of("customers", customerId, "entitlements", "check"),
                new Paths.Query().put("benefitKey", benefitKey),
                AccessCheck::read);
    }

    /** {@code DELETE /customers/{id}/entitlements/{eid}}, scope entitlements:write (inferred); 404. */
    @Endpoint("DELETE /customers/{id}/entitlements/{eid}")
    public ApiCall<EntitlementChange> revoke(String customerId, String entitlementId) {
        return caller.prepareWhole(
                "DELETE",
                Paths.of("customers", customerId, "entitlements", entitlementId),
                null,
                EntitlementChange::read);
    }

    /** {@code DELETE /customers/{id}/entitlements}, scope entitlements:write (inferred); 400, 404. */
    @Endpoint("DELETE /customers/{id}/entitlements")
    public ApiCall<EntitlementChange> revokeBenefit(String customerId, String benefitKey) {
        return caller.prepareWhole(
                "DELETE",
                new Paths.Query().put("benefitKey", benefitKey).on(Paths.of("customers", customerId, "entitlements")),
                null,
                EntitlementChange::read);
    }

    /** {@code GET /entitlements}, scope entitlements:read; 400, 404. */
    @Endpoint("GET /entitlements")
    public Listing<Entitlement> list(String customerId, EntitlementQuery filter) {
        return caller.list(
                Paths.of("entitlements"),
                filter.snake().put("customer_id", customerId),
                Envelope.OFFSET,
                Entitlement::read);
    }

    /** {@code GET /entitlements/check}, scope entitlements:read; 404. */
    @Endpoint("GET /entitlements/check")
    public ApiResult<AccessCheck> checkAccess(String customerId, String benefitKey) {
        return caller.get(
                Paths.of("entitlements", "check"),
                new Paths.Query().put("customer_id", customerId).put("benefit_key", benefitKey),
                AccessCheck::read);
    }

    /** Reads a stored reply of one; {@link IllegalArgumentException} when these bytes are none. */
    public Entitlement parse(byte[] body) {
        return Caller.parse(body, Entitlement::read);
    }
}
