package io.keentill.revkeen.contract;

import io.keentill.revkeen.subscriptions.BillingEndStrategy;
import io.keentill.revkeen.subscriptions.CancelMode;
import io.keentill.revkeen.subscriptions.PauseBehavior;
import io.keentill.revkeen.subscriptions.PauseRequest;
import io.keentill.revkeen.subscriptions.PlanChange;
import io.keentill.revkeen.subscriptions.ProrationBehavior;
import io.keentill.revkeen.subscriptions.ProrationMode;
import io.keentill.revkeen.subscriptions.QuantityChange;
import io.keentill.revkeen.subscriptions.Subscription;
import io.keentill.revkeen.subscriptions.SubscriptionChanges;
import io.keentill.revkeen.subscriptions.SubscriptionQuery;
import io.keentill.revkeen.subscriptions.SubscriptionRequest;
import io.keentill.revkeen.subscriptions.SubscriptionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Subscriptions (sections B.24, C.5). */
final class SubscriptionsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /subscriptions",
                        w -> w.client()
                                .subscriptions()
                                .create(SubscriptionRequest.of(w.customer().id())
                                        .withProductId(Plans.product(w)))),
                on(
                        "POST /subscriptions",
                        "with every member",
                        w -> w.client().subscriptions().create(full(w))),
                on("GET /subscriptions", w -> {
                    Plans.active(w);
                    return w.client().subscriptions().list(SubscriptionQuery.any());
                }),
                on(
                        "GET /subscriptions",
                        "with every filter",
                        w -> w.client()
                                .subscriptions()
                                .list(SubscriptionQuery.any()
                                        .withCustomerId(Plans.active(w).customerId())
                                        .withStatus(SubscriptionStatus.ACTIVE))),
                on(
                        "GET /subscriptions/{id}",
                        w -> w.client().subscriptions().get(Plans.active(w).id())),
                on(
                        "PATCH /subscriptions/{id}",
                        w -> w.client()
                                .subscriptions()
                                .update(
                                        Plans.active(w).id(),
                                        SubscriptionChanges.none().withQuantity(2L))),
                on(
                        "PATCH /subscriptions/{id}",
                        "with every member",
                        w -> w.client()
                                .subscriptions()
                                .update(
                                        Plans.active(w).id(),
                                        SubscriptionChanges.none()
                                                .withStatus(SubscriptionStatus.ACTIVE)
                                                .withAmountMinor(1_000L)
                                                .withQuantity(3L)
                                                .withNextBillingDate(w.now().plus(Duration.ofDays(20)))
                                                .withBillingAnchorDay(15L)
                                                .withPauseAtPeriodEnd(false)
                                                .withCancelAtPeriodEnd(true)
                                                .withMetadata(Map.of("club", "tea")))),
                on(
                        "DELETE /subscriptions/{id}",
                        w -> w.client().subscriptions().delete(Plans.active(w).id())),
                on(
                        "POST /subscriptions/{id}/change-plan",
                        w -> w.client()
                                .subscriptions()
                                .changePlan(Plans.active(w).id(), PlanChange.of(Plans.product(w)))),
                on(
                        "POST /subscriptions/{id}/change-plan",
                        "with every member",
                        w -> w.client()
                                .subscriptions()
                                .changePlan(
                                        Plans.active(w).id(),
                                        PlanChange.of(Plans.product(w))
                                                .withProrationBehavior(ProrationBehavior.INVOICE_IMMEDIATELY)
                                                .withEffectiveDate(w.now())
                                                .withReason("upgrade"))),
                on(
                        "POST /subscriptions/{id}/change-quantity",
                        w -> w.client()
                                .subscriptions()
                                .changeQuantity(Plans.active(w).id(), QuantityChange.of(3))),
                on(
                        "POST /subscriptions/{id}/change-quantity",
                        "with every member",
                        w -> w.client()
                                .subscriptions()
                                .changeQuantity(
                                        Plans.active(w).id(),
                                        QuantityChange.of(2)
                                                .withProrationBehavior(ProrationBehavior.NEXT_INVOICE)
                                                .withEffectiveDate(w.now())
                                                .withReason("more tea"))),
                on(
                        "POST /subscriptions/{id}/pause",
                        w -> w.client().subscriptions().pause(Plans.active(w).id(), PauseRequest.open())),
                on(
                        "POST /subscriptions/{id}/pause",
                        "with every member",
                        w -> w.client()
                                .subscriptions()
                                .pause(
                                        Plans.active(w).id(),
                                        PauseRequest.open()
                                                .withBehavior(PauseBehavior.VOID)
                                                .withResumesAt(w.now().plus(Duration.ofDays(9))))),
                on("POST /subscriptions/{id}/resume", w -> {
                    Subscription active = Plans.active(w);
                    w.client()
                            .subscriptions()
                            .pause(active.id(), PauseRequest.open())
                            .send()
                            .orThrow();
                    return w.client().subscriptions().resume(active.id());
                }),
                on(
                        "POST /subscriptions/{id}/cancel",
                        w -> w.client()
                                .subscriptions()
                                .cancel(Plans.active(w).id(), CancelMode.IMMEDIATELY, "moved away")),
                on("POST /subscriptions/{id}/reactivate", w -> {
                    Subscription active = Plans.active(w);
                    w.client()
                            .subscriptions()
                            .cancel(active.id(), CancelMode.PERIOD_END, null)
                            .send()
                            .orThrow();
                    return w.client().subscriptions().reactivate(active.id());
                }),
                on(
                        "POST /subscriptions/{id}/preview-renewal",
                        w -> w.client()
                                .subscriptions()
                                .previewRenewal(Plans.active(w).id(), 3L)));
    }

    private static SubscriptionRequest full(World w) {
        String customer = w.customer().id();
        return SubscriptionRequest.of(customer)
                .withBusinessId("0b0e6f5a-6d0c-4a52-9d0e-3a7d6b7d1c11")
                .withPriceId(Plans.price(w))
                .withPaymentMethodId(w.controls().storedCard(customer, "success"))
                .withStartDate(w.now())
                .withCurrency("GBP")
                .withQuantity(2L)
                .withTrialEnd(w.now().plus(Duration.ofDays(14)))
                .withBillingAnchorDay(1L)
                .withPauseAtPeriodEnd(false)
                .withCancelAtPeriodEnd(false)
                .withBillingStartsOn(w.now().plus(Duration.ofDays(14)))
                .withBillingEndStrategy(BillingEndStrategy.AFTER_CYCLES)
                .withBillingMaxCycles(12L)
                .withProrationMode(ProrationMode.NONE)
                .withMetadata(Map.of("club", "tea"));
    }
}
