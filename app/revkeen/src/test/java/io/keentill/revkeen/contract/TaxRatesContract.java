package io.keentill.revkeen.contract;

import io.keentill.revkeen.taxrates.TaxRate;
import io.keentill.revkeen.taxrates.TaxRateChanges;
import io.keentill.revkeen.taxrates.TaxRateQuery;
import io.keentill.revkeen.taxrates.TaxRateRequest;
import io.keentill.revkeen.taxrates.TaxType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Tax rates (section B.7). */
final class TaxRatesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on(
                        "POST /tax-rates",
                        w -> w.client().taxRates().create(TaxRateRequest.of("VAT", new BigDecimal("20")))),
                on(
                        "POST /tax-rates",
                        "with every member",
                        w -> w.client()
                                .taxRates()
                                .create(TaxRateRequest.of("Sales tax", new BigDecimal("8.25"))
                                        .withDescription("city and state")
                                        .withJurisdiction("Austin")
                                        .withInclusive(false)
                                        .withTaxType(TaxType.SALES_TAX)
                                        .withCountry("US")
                                        .withState("TX")
                                        .withMetadata(Map.of("key", "tx")))),
                on("GET /tax-rates", w -> w.client().taxRates().list(TaxRateQuery.any())),
                on("GET /tax-rates", "with every filter", w -> {
                    w.client()
                            .taxRates()
                            .create(TaxRateRequest.of("VAT", new BigDecimal("5"))
                                    .withInclusive(true)
                                    .withTaxType(TaxType.VAT)
                                    .withCountry("GB")
                                    .withState("NIR"))
                            .send()
                            .orThrow();
                    return w.client()
                            .taxRates()
                            .list(TaxRateQuery.any()
                                    .withActive(true)
                                    .withInclusive(true)
                                    .withTaxType(TaxType.VAT)
                                    .withCountry("GB")
                                    .withState("NIR"));
                }),
                on(
                        "GET /tax-rates/{id}",
                        w -> w.client()
                                .taxRates()
                                .get(w.client()
                                        .taxRates()
                                        .list(TaxRateQuery.any())
                                        .firstPage()
                                        .orThrow()
                                        .items()
                                        .getFirst()
                                        .id())),
                on(
                        "PATCH /tax-rates/{id}",
                        w -> w.client()
                                .taxRates()
                                .update(
                                        made(w).id(),
                                        TaxRateChanges.none()
                                                .withDisplayName("VAT low")
                                                .withoutDescription()
                                                .withJurisdiction("Leeds")
                                                .withCountry("GB")
                                                .withoutState()
                                                .withActive(false)
                                                .withMetadata(Map.of("key", "low")))),
                on("DELETE /tax-rates/{id}", w -> w.client().taxRates().archive(made(w).id())));
    }

    private static TaxRate made(World w) {
        return w.client()
                .taxRates()
                .create(TaxRateRequest.of("VAT", new BigDecimal("5")))
                .send()
                .orThrow();
    }
}
