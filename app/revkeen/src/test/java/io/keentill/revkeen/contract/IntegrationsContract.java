package io.keentill.revkeen.contract;

import io.keentill.revkeen.integrations.ActivationRequest;
import io.keentill.revkeen.integrations.BatchRetryRequest;
import io.keentill.revkeen.integrations.Credentials;
import io.keentill.revkeen.integrations.ForeignItem;
import io.keentill.revkeen.integrations.Integration;
import io.keentill.revkeen.integrations.IntegrationMappings;
import io.keentill.revkeen.integrations.IntegrationStatus;
import io.keentill.revkeen.integrations.IntegrationSync;
import io.keentill.revkeen.integrations.Integrations;
import io.keentill.revkeen.integrations.MappingSource;
import io.keentill.revkeen.integrations.PaymentMapping;
import io.keentill.revkeen.integrations.PaymentMethodSource;
import io.keentill.revkeen.integrations.ProductMappingRequest;
import io.keentill.revkeen.integrations.SyncJobType;
import io.keentill.revkeen.integrations.SyncLogQuery;
import io.keentill.revkeen.integrations.SyncLogStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Connections with other systems (section B.31). */
final class IntegrationsContract extends Contract {
    private static final String WHO = "practicehub";
    private static final Credentials CREDENTIALS = Credentials.of("a-secret", "https://practice.example")
            .withAppName("Keentill")
            .withAppEmail("it@shop.example");

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /integrations", w -> {
                    connected(w);
                    return all(w).list();
                }),
                on("GET /integrations/{provider}", w -> {
                    connected(w);
                    return all(w).get(WHO);
                }),
                on("GET /integrations/{provider}", "that is not there", w -> all(w).get("wodify")),
                on("POST /integrations/{provider}/activate", w -> {
                    connected(w);
                    all(w).deactivate(WHO, true).send().orThrow();
                    return all(w).activate(
                                    WHO,
                                    ActivationRequest.of(CREDENTIALS)
                                            .withSyncIntervalMinutes(30L)
                                            .withCurrency("GBP"));
                }),
                on("POST /integrations/{provider}/deactivate", w -> {
                    connected(w);
                    return all(w).deactivate(WHO, false);
                }),
                on("POST /integrations/{provider}/test", w -> all(w).test(WHO, CREDENTIALS)),
                on("POST /integrations/{provider}/sync", w -> {
                    connected(w);
                    return all(w).sync(WHO, true);
                }),
                on("PUT /integrations/{provider}/status", w -> {
                    connected(w);
                    return all(w).setStatus(WHO, IntegrationStatus.ERROR, "timed out");
                }),
                on("PUT /integrations/{provider}/sync-toggle", w -> {
                    connected(w);
                    return all(w).setSyncEnabled(WHO, true);
                }),
                on("PUT /integrations/{provider}/sync-interval", w -> {
                    connected(w);
                    return all(w).setSyncInterval(WHO, 60);
                }),
                on("PUT /integrations/{provider}/invoice-lookback", w -> {
                    connected(w);
                    return all(w).setInvoiceLookback(WHO, 30);
                }),
                on("PUT /integrations/{provider}/auto-send-invoices", w -> {
                    connected(w);
                    return all(w).setAutoSendInvoices(WHO, true);
                }),
                on("PUT /integrations/{provider}/payment-mappings", w -> {
                    connected(w);
                    String method = mappings(w)
                            .paymentMethods(WHO)
                            .firstPage()
                            .orThrow()
                            .items()
                            .getFirst()
                            .id();
                    return all(w).setPaymentMappings(WHO, List.of(PaymentMapping.of("1", "cash", method)));
                }),
                on("GET /integrations/{provider}/payment-methods", w -> {
                    connected(w);
                    return mappings(w).paymentMethods(WHO);
                }),
                on(
                        "POST /integrations/{provider}/payment-methods",
                        w -> mappings(w)
                                .paymentMethods(WHO, PaymentMethodSource.of("https://practice.example", "a-secret"))),
                on("GET /integrations/{provider}/packages", w -> {
                    connected(w);
                    return mappings(w).packages(WHO);
                }),
                on("GET /integrations/{provider}/billable-items", w -> {
                    connected(w);
                    return mappings(w).billableItems(WHO);
                }),
                on("GET /integrations/{provider}/unmapped-attempts", w -> {
                    synced(w);
                    return mappings(w).unmappedAttempts(WHO);
                }),
                on("GET /integrations/{provider}/product-mappings", w -> {
                    mapped(w);
                    return mappings(w).products(WHO);
                }),
                on("PUT /integrations/{provider}/product-mappings", w -> {
                    connected(w);
                    return mappings(w)
                            .setProducts(
                                    WHO,
                                    List.of(ProductMappingRequest.of(
                                                    item(w), w.product().id())
                                            .withMetadata(Map.of("type", "package"))));
                }),
                on(
                        "DELETE /integrations/{provider}/product-mappings/{externalId}",
                        w -> mappings(w).removeProduct(WHO, mapped(w))),
                on("POST /integrations/{provider}/suggest-mappings", w -> {
                    connected(w);
                    return mappings(w)
                            .suggest(
                                    WHO,
                                    List.of(ForeignItem.of(item(w))
                                            .withName("Mug")
                                            .withType("package")
                                            .withPrice(new BigDecimal("8.99"))
                                            .withSource(MappingSource.PACKAGE)));
                }),
                on("GET /integrations/{provider}/sync-states", w -> {
                    synced(w);
                    return syncing(w).states(WHO);
                }),
                on("GET /integrations/{provider}/sync-logs", w -> {
                    synced(w);
                    return syncing(w).logs(WHO, SyncLogQuery.any());
                }),
                on("GET /integrations/{provider}/sync-logs", "with every filter", w -> {
                    Integration integration = synced(w);
                    return syncing(w)
                            .logs(
                                    WHO,
                                    SyncLogQuery.any()
                                            .withIntegrationId(integration.id())
                                            .withStatus(SyncLogStatus.FAILED)
                                            .withJobType(SyncJobType.MANUAL)
                                            .withCreatedAfter(w.now().minus(Duration.ofDays(1)))
                                            .withCreatedBefore(w.now().plus(Duration.ofDays(1)))
                                            .withLatestOnly(false));
                }),
                on(
                        "GET /integrations/{provider}/sync-logs/{logId}",
                        w -> syncing(w).log(WHO, failed(w))),
                on(
                        "POST /integrations/{provider}/sync-logs/{logId}/retry",
                        w -> syncing(w).retry(WHO, failed(w))),
                on("POST /integrations/{provider}/sync-logs/batch-retry", w -> {
                    Integration integration = synced(w);
                    return syncing(w)
                            .retryAll(
                                    WHO, BatchRetryRequest.of(integration.id()).withLimit(10L));
                }),
                on(
                        "GET /integrations/{provider}/sync-stats/{integrationId}",
                        w -> syncing(w).stats(WHO, synced(w).id())),
                on(
                        "GET /integrations/{provider}/sync-stats-by-type/{integrationId}",
                        w -> syncing(w).statsByType(WHO, synced(w).id())),
                on("POST /integrations/{provider}/resume-sync", w -> {
                    synced(w);
                    return syncing(w).resume(WHO);
                }));
    }

    private static Integrations all(World w) {
        return w.client().integrations();
    }

    private static IntegrationMappings mappings(World w) {
        return all(w).mappings();
    }

    private static IntegrationSync syncing(World w) {
        return all(w).syncing();
    }

    private static Integration connected(World w) {
        var found = all(w).get(WHO).orThrow();
        if (found.isPresent() && found.get().isActive()) {
            return found.get();
        }
        return all(w).activate(WHO, ActivationRequest.of(CREDENTIALS)).send().orThrow();
    }

    /** Connected, with no product mapped and a synchronisation behind it, so that bills have failed. */
    private static Integration synced(World w) {
        Integration integration = connected(w);
        mappings(w).setProducts(WHO, List.of()).send().orThrow();
        all(w).sync(WHO, true).send().orThrow();
        for (int i = 0; i < 10; i++) {
            w.pass(Duration.ofSeconds(30));
        }
        return integration;
    }

    private static String failed(World w) {
        synced(w);
        return String.valueOf(syncing(w)
                .logs(WHO, SyncLogQuery.any().withStatus(SyncLogStatus.FAILED))
                .firstPage()
                .orThrow()
                .items()
                .getFirst()
                .get("id"));
    }

    private static String item(World w) {
        return String.valueOf(mappings(w)
                .packages(WHO)
                .firstPage()
                .orThrow()
                .items()
                .getFirst()
                .get("id"));
    }

    private static String mapped(World w) {
        connected(w);
        String item = item(w);
        mappings(w)
                .setProducts(
                        WHO, List.of(ProductMappingRequest.of(item, w.product().id())))
                .send()
                .orThrow();
        return item;
    }
}
