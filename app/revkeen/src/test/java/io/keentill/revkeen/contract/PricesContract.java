package io.keentill.revkeen.contract;

import io.keentill.revkeen.prices.BillingScheme;
import io.keentill.revkeen.prices.Price;
import io.keentill.revkeen.prices.PriceChanges;
import io.keentill.revkeen.prices.PriceQuery;
import io.keentill.revkeen.prices.PriceRequest;
import io.keentill.revkeen.prices.PriceTierRequest;
import io.keentill.revkeen.prices.PriceType;
import io.keentill.revkeen.prices.PricingModel;
import io.keentill.revkeen.prices.QuantityTransformRequest;
import io.keentill.revkeen.prices.Rounding;
import io.keentill.revkeen.prices.TiersMode;
import io.keentill.revkeen.products.Interval;
import java.util.List;
import java.util.Map;

/** Prices (section B.5). */
final class PricesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /prices", w -> w.client().prices().create(fixed(w))),
                on(
                        "POST /prices",
                        "recurring, with every member",
                        w -> w.client()
                                .prices()
                                .create(fixed(w).withType(PriceType.RECURRING)
                                        .withInterval(Interval.MONTH)
                                        .withIntervalCount(3L)
                                        .withTrialPeriodDays(14L)
                                        .withNickname("quarterly")
                                        .withLookupKey(w.fresh("key"))
                                        .withTransformQuantity(QuantityTransformRequest.of(12, Rounding.UP))
                                        .withMetadata(Map.of("shelf", "B4")))),
                on(
                        "POST /prices",
                        "tiered",
                        w -> w.client()
                                .prices()
                                .create(PriceRequest.of(w.product().id(), "GBP")
                                        .withBillingScheme(BillingScheme.TIERED)
                                        .withTiersMode(TiersMode.GRADUATED)
                                        .withTiers(List.of(
                                                PriceTierRequest.of(10).withUnitAmountMinor(100L),
                                                PriceTierRequest.last()
                                                        .withUnitAmountMinor(80L)
                                                        .withFlatAmountMinor(50L))))),
                on(
                        "POST /prices",
                        "pay what you want",
                        w -> w.client()
                                .prices()
                                .create(PriceRequest.of(w.product().id(), "GBP")
                                        .withPricingModel(PricingModel.PAY_WHAT_YOU_WANT)
                                        .withMinimumAmount(100L)
                                        .withMaximumAmount(5000L)
                                        .withSuggestedAmount(500L)
                                        .withPresetAmounts(List.of(200L, 500L)))),
                on("GET /prices", w -> {
                    price(w);
                    return w.client().prices().list(PriceQuery.any());
                }),
                on("GET /prices", "with every filter", w -> {
                    Price price = w.client()
                            .prices()
                            .create(fixed(w).withLookupKey(w.fresh("key")))
                            .send()
                            .orThrow();
                    return w.client()
                            .prices()
                            .list(PriceQuery.any()
                                    .withProductId(price.productId())
                                    .withType(PriceType.ONE_TIME)
                                    .withPricingModel(PricingModel.FIXED)
                                    .withActive(true)
                                    .withCurrency("GBP")
                                    .withLookupKey(price.lookupKey()));
                }),
                on("GET /prices/{id}", w -> w.client().prices().get(price(w).id())),
                on(
                        "PATCH /prices/{id}",
                        w -> w.client()
                                .prices()
                                .update(
                                        price(w).id(),
                                        PriceChanges.none()
                                                .withActive(false)
                                                .withNickname("old")
                                                .withoutLookupKey()
                                                .withMetadata(Map.of("shelf", "B5")))),
                on("DELETE /prices/{id}", w -> w.client().prices().archive(price(w).id())));
    }

    private static PriceRequest fixed(World w) {
        return PriceRequest.of(w.product().id(), "GBP").withUnitAmount(250L);
    }

    private static Price price(World w) {
        return w.client().prices().create(fixed(w)).send().orThrow();
    }
}
