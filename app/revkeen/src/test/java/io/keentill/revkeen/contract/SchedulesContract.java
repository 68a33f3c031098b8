package io.keentill.revkeen.contract;

import io.keentill.revkeen.discounts.Discount;
import io.keentill.revkeen.discounts.DiscountRequest;
import io.keentill.revkeen.discounts.DiscountType;
import io.keentill.revkeen.schedules.CollectionMethod;
import io.keentill.revkeen.schedules.PhaseProration;
import io.keentill.revkeen.schedules.ScheduleChanges;
import io.keentill.revkeen.schedules.ScheduleEnd;
import io.keentill.revkeen.schedules.SchedulePhaseItemRequest;
import io.keentill.revkeen.schedules.SchedulePhaseRequest;
import io.keentill.revkeen.schedules.ScheduleQuery;
import io.keentill.revkeen.schedules.ScheduleRequest;
import io.keentill.revkeen.schedules.ScheduleStatus;
import io.keentill.revkeen.schedules.SubscriptionSchedule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Subscription schedules (sections B.24, C.6). */
final class SchedulesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /subscription-schedules",
                        w -> w.client()
                                .subscriptionSchedules()
                                .create(ScheduleRequest.of(List.of(phase(w, w.now())))
                                        .withCustomer(w.customer().id()))),
                on("POST /subscription-schedules", "with every member", w -> {
                    String customer = w.customer().id();
                    Instant later = w.now().plus(Duration.ofDays(5));
                    return w.client()
                            .subscriptionSchedules()
                            .create(ScheduleRequest.of(List.of(paying(w, customer, later)))
                                    .withCustomer(customer)
                                    .withStartDate(later)
                                    .withEndBehavior(ScheduleEnd.RELEASE)
                                    .withMetadata(Map.of("plan", "trial")));
                }),
                on(
                        "POST /subscription-schedules",
                        "of a subscription",
                        w -> w.client()
                                .subscriptionSchedules()
                                .create(ScheduleRequest.of(List.of(phase(w, w.now())))
                                        .withSubscription(Plans.active(w).id()))),
                on("GET /subscription-schedules", w -> {
                    later(w);
                    return w.client().subscriptionSchedules().list(ScheduleQuery.any());
                }),
                on(
                        "GET /subscription-schedules",
                        "with every filter",
                        w -> w.client()
                                .subscriptionSchedules()
                                .list(ScheduleQuery.any()
                                        .withCustomer(Objects.requireNonNull(later(w).customer()))
                                        .withStatus(ScheduleStatus.NOT_STARTED)
                                        .withScheduledGte(w.now())
                                        .withScheduledLte(w.now().plus(Duration.ofDays(90))))),
                on(
                        "GET /subscription-schedules/{id}",
                        w -> w.client().subscriptionSchedules().get(later(w).id())),
                on(
                        "GET /subscription-schedules/{id}",
                        "when it runs",
                        w -> w.client()
                                .subscriptionSchedules()
                                .get(w.client()
                                        .subscriptionSchedules()
                                        .create(ScheduleRequest.of(List.of(phase(w, w.now())))
                                                .withCustomer(w.customer().id()))
                                        .send()
                                        .orThrow()
                                        .id())),
                on(
                        "POST /subscription-schedules/{id}",
                        w -> w.client()
                                .subscriptionSchedules()
                                .update(
                                        later(w).id(),
                                        ScheduleChanges.none()
                                                .withPhases(
                                                        List.of(full(w, w.now().plus(Duration.ofDays(6)))))
                                                .withEndBehavior(ScheduleEnd.CANCEL)
                                                .withProrationBehavior(PhaseProration.NONE)
                                                .withMetadata(Map.of("plan", "second")))),
                on(
                        "POST /subscription-schedules/{id}/cancel",
                        w -> w.client().subscriptionSchedules().cancel(later(w).id(), true, false)),
                on("POST /subscription-schedules/{id}/release", w -> {
                    SubscriptionSchedule running = w.client()
                            .subscriptionSchedules()
                            .create(ScheduleRequest.of(List.of(phase(w, w.now())))
                                    .withSubscription(Plans.active(w).id()))
                            .send()
                            .orThrow();
                    return w.client().subscriptionSchedules().release(running.id(), true);
                }));
    }

    private static SubscriptionSchedule later(World w) {
        return w.client()
                .subscriptionSchedules()
                .create(ScheduleRequest.of(List.of(phase(w, w.now().plus(Duration.ofDays(5)))))
                        .withCustomer(w.customer().id())
                        .withStartDate(w.now().plus(Duration.ofDays(5))))
                .send()
                .orThrow();
    }

    private static SchedulePhaseRequest phase(World w, Instant start) {
        return SchedulePhaseRequest.of(List.of(SchedulePhaseItemRequest.of(Plans.price(w))), start);
    }

    private static SchedulePhaseRequest paying(World w, String customer, Instant start) {
        Discount discount = w.client()
                .discounts()
                .create(DiscountRequest.of(w.fresh("CLUB"), "Club", DiscountType.PERCENTAGE, BigDecimal.valueOf(10)))
                .send()
                .orThrow();
        return full(w, start)
                .withCollectionMethod(CollectionMethod.CHARGE_AUTOMATICALLY)
                .withDefaultPaymentMethod(w.controls().storedCard(customer, "success"))
                .withCoupon(discount.code());
    }

    private static SchedulePhaseRequest full(World w, Instant start) {
        return SchedulePhaseRequest.of(
                        List.of(SchedulePhaseItemRequest.of(Plans.price(w)).withQuantity(2L)), start)
                .withEndDate(start.plus(Duration.ofDays(60)))
                .withProrationBehavior(PhaseProration.CREATE_PRORATIONS)
                .withBillingCycleAnchor("phase_start")
                .withCollectionMethod(CollectionMethod.SEND_INVOICE)
                .withTrialEnd(start.plus(Duration.ofDays(7)))
                .withMetadata(Map.of("phase", "1"));
    }
}
