package io.keentill.revkeen.contract;

import io.keentill.revkeen.products.ProductKind;
import io.keentill.revkeen.products.ProductUpsert;
import java.util.List;
import java.util.Map;

/** Products (section B.4). */
final class ProductsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /products", w -> w.client().products().list(null)),
                on("GET /products", "with a search", w -> w.client().products().list("Mug")),
                on(
                        "GET /products/{id}",
                        w -> w.client().products().get(w.product().id())),
                on(
                        "PUT /products/external/{source}/{externalId}",
                        w -> w.client()
                                .products()
                                .upsertExternal("contract", w.fresh("sku"), ProductUpsert.of("Tea", 350))),
                on(
                        "PUT /products/external/{source}/{externalId}",
                        "with every member",
                        w -> w.client()
                                .products()
                                .upsertExternal(
                                        "contract",
                                        w.fresh("sku"),
                                        ProductUpsert.of("Tea club", 900)
                                                .withDescription("every month")
                                                .withKind(ProductKind.SUBSCRIPTION)
                                                .withCurrency("GBP")
                                                .withIsActive(true)
                                                .withInterval("month")
                                                .withIntervalCount(1L)
                                                .withExternalUpdatedAt(w.now())
                                                .withExternalRef("REF-1")
                                                .withMetadata(Map.of("category", "Drinks")))));
    }
}
