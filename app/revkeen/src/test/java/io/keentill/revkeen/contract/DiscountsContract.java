package io.keentill.revkeen.contract;

import io.keentill.revkeen.discounts.AppliesTo;
import io.keentill.revkeen.discounts.Discount;
import io.keentill.revkeen.discounts.DiscountChanges;
import io.keentill.revkeen.discounts.DiscountQuery;
import io.keentill.revkeen.discounts.DiscountRequest;
import io.keentill.revkeen.discounts.DiscountScope;
import io.keentill.revkeen.discounts.DiscountType;
import io.keentill.revkeen.discounts.RecurringType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Discount codes (section B.6). */
final class DiscountsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /discounts", w -> w.client().discounts().create(tenPercent(w))),
                on(
                        "POST /discounts",
                        "with every member",
                        w -> w.client().discounts().create(full(w))),
                on("GET /discounts", w -> {
                    discount(w);
                    return w.client().discounts().list(DiscountQuery.any());
                }),
                on("GET /discounts", "with every filter", w -> {
                    discount(w);
                    return w.client()
                            .discounts()
                            .list(DiscountQuery.any().withIsActive(true).withIsArchived(false));
                }),
                on(
                        "GET /discounts/{id}",
                        w -> w.client().discounts().get(discount(w).id())),
                on(
                        "PATCH /discounts/{id}",
                        w -> w.client()
                                .discounts()
                                .update(
                                        discount(w).id(),
                                        DiscountChanges.none()
                                                .withName("Twelve")
                                                .withDiscountValue(new BigDecimal("12.5"))
                                                .withoutDescription()
                                                .withoutValidUntil()
                                                .withMaxRedemptions(5L)
                                                .withIsActive(false))),
                on(
                        "DELETE /discounts/{id}",
                        w -> w.client().discounts().archive(discount(w).id())));
    }

    private static DiscountRequest tenPercent(World w) {
        return DiscountRequest.of(w.fresh("TEN"), "Ten", DiscountType.PERCENTAGE, new BigDecimal("10"));
    }

    private static Discount discount(World w) {
        return w.client().discounts().create(tenPercent(w)).send().orThrow();
    }

    private static DiscountRequest full(World w) {
        return DiscountRequest.of(w.fresh("MUG"), "Mugs", DiscountType.FIXED_AMOUNT, new BigDecimal("150"))
                .withDescription("on mugs")
                .withAppliesTo(AppliesTo.SPECIFIC_PRODUCTS)
                .withScope(DiscountScope.SPECIFIC_PRODUCTS)
                .withProductIds(List.of(w.product().id()))
                .withMaxRedemptions(100L)
                .withMaxRedemptionsPerUser(1L)
                .withValidFrom(w.now())
                .withValidUntil(w.now().plus(Duration.ofDays(30)))
                .withRecurringType(RecurringType.REPEATING)
                .withRecurringCycles(3L)
                .withFirstTimeCustomer(true);
    }
}
