package io.keentill.revkeen.contract;

import io.keentill.revkeen.entitlements.Entitlement;
import io.keentill.revkeen.entitlements.EntitlementQuery;
import io.keentill.revkeen.entitlements.EntitlementRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Entitlements (section B.22). */
final class EntitlementsContract extends Contract {

    /** Someone who was granted a benefit. */
    private record Member(String customer, String benefit, Entitlement entitlement) {}

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "GET /customers/{id}/entitlements",
                        w -> w.client().entitlements().ofCustomer(member(w).customer(), EntitlementQuery.any())),
                on(
                        "GET /customers/{id}/entitlements",
                        "with every filter",
                        w -> w.client().entitlements().ofCustomer(member(w).customer(), every())),
                on("POST /customers/{id}/entitlements", w -> {
                    String benefit = benefit(w);
                    return w.client().entitlements().grant(w.customer().id(), EntitlementRequest.ofKey(benefit));
                }),
                on("POST /customers/{id}/entitlements", "by id, with every member", w -> {
                    String id = member(w).entitlement().benefitId();
                    return w.client()
                            .entitlements()
                            .grant(
                                    w.customer().id(),
                                    EntitlementRequest.ofId(id)
                                            .withExpiresAt(w.now().plus(Duration.ofDays(30)))
                                            .withMetadata(Map.of("card", "17")));
                }),
                on("GET /customers/{id}/entitlements/check", w -> {
                    Member member = member(w);
                    return w.client().entitlements().check(member.customer(), member.benefit());
                }),
                on("GET /customers/{id}/entitlements/check", "of what was not granted", w -> {
                    String benefit = benefit(w);
                    return w.client().entitlements().check(w.customer().id(), benefit);
                }),
                on("DELETE /customers/{id}/entitlements/{eid}", w -> {
                    Member member = member(w);
                    return w.client()
                            .entitlements()
                            .revoke(member.customer(), member.entitlement().id());
                }),
                on("DELETE /customers/{id}/entitlements", w -> {
                    Member member = member(w);
                    return w.client().entitlements().revokeBenefit(member.customer(), member.benefit());
                }),
                on(
                        "GET /entitlements",
                        w -> w.client().entitlements().list(member(w).customer(), EntitlementQuery.any())),
                on(
                        "GET /entitlements",
                        "with every filter",
                        w -> w.client().entitlements().list(member(w).customer(), every())),
                on("GET /entitlements/check", w -> {
                    Member member = member(w);
                    return w.client().entitlements().checkAccess(member.customer(), member.benefit());
                }));
    }

    private static EntitlementQuery every() {
        return EntitlementQuery.any()
                .withIncludeExpired(true)
                .withBenefitType("feature")
                .withCategory("rooms");
    }

    private static String benefit(World w) {
        String key = w.fresh("members-room");
        w.controls().benefit(key);
        return key;
    }

    private static Member member(World w) {
        String benefit = benefit(w);
        String customer = w.customer().id();
        Entitlement granted = w.client()
                .entitlements()
                .grant(customer, EntitlementRequest.ofKey(benefit))
                .send()
                .orThrow()
                .entitlement();
        return new Member(customer, benefit, Objects.requireNonNull(granted));
    }
}
