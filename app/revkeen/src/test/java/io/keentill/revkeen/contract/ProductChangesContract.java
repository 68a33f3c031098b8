package io.keentill.revkeen.contract;

import io.keentill.revkeen.products.BillingAnchorRule;
import io.keentill.revkeen.products.EndBehavior;
import io.keentill.revkeen.products.FirstChargeBehavior;
import io.keentill.revkeen.products.FulfillmentType;
import io.keentill.revkeen.products.Interval;
import io.keentill.revkeen.products.Product;
import io.keentill.revkeen.products.ProductBatch;
import io.keentill.revkeen.products.ProductBatchItem;
import io.keentill.revkeen.products.ProductChanges;
import io.keentill.revkeen.products.ProductKind;
import io.keentill.revkeen.products.ProductPricing;
import io.keentill.revkeen.products.ProductRequest;
import java.util.List;
import java.util.Map;

/** Making and changing products (section B.4). */
final class ProductChangesContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("POST /products", w -> w.client().products().create(plain(w))),
                on(
                        "POST /products",
                        "with every member",
                        w -> w.client().products().create(full(w))),
                on(
                        "PATCH /products/{id}",
                        w -> w.client()
                                .products()
                                .update(made(w).id(), ProductChanges.none().withName("Cup"))),
                on(
                        "PATCH /products/{id}",
                        "with every member",
                        w -> w.client().products().update(made(w).id(), changes())),
                on(
                        "PUT /products/external/batch",
                        w -> w.client()
                                .products()
                                .upsertBatch(ProductBatch.of(
                                        "contract", List.of(ProductBatchItem.of(w.fresh("sku"), "Tea", 350))))),
                on(
                        "PUT /products/external/batch",
                        "with every member",
                        w -> w.client().products().upsertBatch(ProductBatch.of("contract", List.of(item(w))))));
    }

    private static ProductRequest plain(World w) {
        return ProductRequest.of(w.fresh("SKU"), "Mug", ProductKind.ONE_TIME, ProductPricing.ONE_TIME, 899);
    }

    private static Product made(World w) {
        return w.client().products().create(plain(w)).send().orThrow();
    }

    private static ProductRequest full(World w) {
        return ProductRequest.of(w.fresh("SKU"), "Club", ProductKind.SUBSCRIPTION, ProductPricing.RECURRING, 900)
                .withDescription("tea by post")
                .withCurrency("GBP")
                .withInterval(Interval.MONTH)
                .withIntervalCount(1L)
                .withTrialDays(14L)
                .withSlug(w.fresh("club"))
                .withFulfillmentType(FulfillmentType.PHYSICAL)
                .withBillingAnchorRule(BillingAnchorRule.DAY_OF_MONTH)
                .withBillingAnchorDay(15L)
                .withFirstChargeBehavior(FirstChargeBehavior.PRORATE)
                .withEndBehavior(EndBehavior.FIXED_PAYMENTS)
                .withMaxPayments(12L)
                .withMetadata(Map.of("barcode", "5000000000036"))
                .withTrackInventory(true)
                .withStockQuantity(40L)
                .withImageUrl("https://shop.example/club.png");
    }

    private static ProductChanges changes() {
        return ProductChanges.none()
                .withName("Cup")
                .withoutDescription()
                .withAmountMinor(950L)
                .withCurrency("GBP")
                .withInterval(Interval.WEEK)
                .withIntervalCount(2L)
                .withTrialDays(0L)
                .withIsActive(true)
                .withIsArchived(true)
                .withFulfillmentType(FulfillmentType.DIGITAL)
                .withMetadata(Map.of("barcode", "5000000000043"))
                .withTrackInventory(true)
                .withStockQuantity(3L)
                .withImageUrl("https://shop.example/cup.png");
    }

    private static ProductBatchItem item(World w) {
        return ProductBatchItem.of(w.fresh("sku"), "Tea club", 900)
                .withDescription("every month")
                .withKind(ProductKind.SUBSCRIPTION)
                .withCurrency("GBP")
                .withIsActive(true)
                .withInterval(Interval.MONTH)
                .withIntervalCount(1L)
                .withExternalUpdatedAt(w.now())
                .withExternalRef("REF-2")
                .withMetadata(Map.of("category", "Drinks"));
    }
}
