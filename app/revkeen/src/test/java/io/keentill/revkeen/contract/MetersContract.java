package io.keentill.revkeen.contract;

import io.keentill.revkeen.usage.Aggregation;
import io.keentill.revkeen.usage.Meter;
import io.keentill.revkeen.usage.MeterChanges;
import io.keentill.revkeen.usage.MeterPrice;
import io.keentill.revkeen.usage.MeterPriceChanges;
import io.keentill.revkeen.usage.MeterPriceRequest;
import io.keentill.revkeen.usage.MeterPricingModel;
import io.keentill.revkeen.usage.MeterRequest;
import io.keentill.revkeen.usage.MeterStatus;
import io.keentill.revkeen.usage.MeterTierRequest;
import java.util.List;
import java.util.Map;

/** Meters and their prices (section B.25). */
final class MetersContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /meters", w -> w.client().meters().create(MeterRequest.of("Cups", w.fresh("cup")))),
                on(
                        "POST /meters",
                        "with every member",
                        w -> w.client()
                                .meters()
                                .create(MeterRequest.of("Litres", w.fresh("litre"))
                                        .withAggregation(Aggregation.SUM)
                                        .withSlug(w.fresh("litres"))
                                        .withDescription("Water through the machine")
                                        .withValueKey("litres")
                                        .withFilterConditions(
                                                List.of(Map.of("field", "kind", "operator", "eq", "value", "hot")))
                                        .withUniqueCountKey("machine")
                                        .withUnitName("l")
                                        .withCarryForward(false)
                                        .withMetadata(Map.of("machine", "1"))
                                        .withAlertThresholds(List.of(80L, 100L)))),
                on("GET /meters", w -> {
                    meter(w);
                    return w.client().meters().list(true);
                }),
                on("GET /meters/{id}", w -> w.client().meters().get(meter(w).id())),
                on(
                        "PATCH /meters/{id}",
                        w -> w.client()
                                .meters()
                                .update(
                                        meter(w).id(),
                                        MeterChanges.none()
                                                .withName("Mugs")
                                                .withSlug(w.fresh("mugs"))
                                                .withDescription("Mugs of tea")
                                                .withStatus(MeterStatus.ARCHIVED)
                                                .withUnitName("mug")
                                                .withMetadata(Map.of("size", "big"))
                                                .withAlertThresholds(List.of(90L)))),
                on(
                        "POST /meters/{id}/prices",
                        w -> w.client()
                                .meters()
                                .createPrice(
                                        meter(w).id(),
                                        MeterPriceRequest.of(MeterPricingModel.PER_UNIT, "GBP")
                                                .withUnitAmountMinor(20L)
                                                .withFlatFeeMinor(100L)
                                                .withCostPerUnitMinor(5L))),
                on(
                        "POST /meters/{id}/prices",
                        "in steps",
                        w -> w.client()
                                .meters()
                                .createPrice(
                                        meter(w).id(),
                                        MeterPriceRequest.of(MeterPricingModel.GRADUATED, "GBP")
                                                .withTiers(List.of(
                                                        MeterTierRequest.of(1, 20)
                                                                .withLastUnit(100L),
                                                        MeterTierRequest.of(101, 15)
                                                                .withFlatAmountMinor(50L))))),
                on(
                        "POST /meters/{id}/prices",
                        "by the package",
                        w -> w.client()
                                .meters()
                                .createPrice(
                                        meter(w).id(),
                                        MeterPriceRequest.of(MeterPricingModel.PACKAGE, "GBP")
                                                .withUnitAmountMinor(500L)
                                                .withPackageSize(50L))),
                on("GET /meters/{id}/prices", w -> w.client().meters().prices(price(w).meterId())),
                on("PATCH /meters/{id}/prices/{priceId}", w -> {
                    MeterPrice price = price(w);
                    return w.client()
                            .meters()
                            .updatePrice(
                                    price.meterId(),
                                    price.id(),
                                    MeterPriceChanges.none()
                                            .withUnitAmountMinor(25L)
                                            .withFlatFeeMinor(50L));
                }),
                on("POST /meters/{id}/prices/{priceId}/deactivate", w -> {
                    MeterPrice price = price(w);
                    return w.client().meters().deactivatePrice(price.meterId(), price.id());
                }));
    }

    /** A new meter that counts cups. */
    static Meter meter(World w) {
        return w.client()
                .meters()
                .create(MeterRequest.of("Cups", w.fresh("cup")))
                .send()
                .orThrow();
    }

    private static MeterPrice price(World w) {
        return w.client()
                .meters()
                .createPrice(
                        meter(w).id(),
                        MeterPriceRequest.of(MeterPricingModel.PER_UNIT, "GBP").withUnitAmountMinor(20L))
                .send()
                .orThrow();
    }
}
