package io.keentill.revkeen.contract;

import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.Upsert;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.products.ExternalProduct;
import io.keentill.revkeen.products.ProductKind;
import io.keentill.revkeen.products.ProductUpsert;
import io.keentill.revkeen.subscriptions.Subscription;
import io.keentill.revkeen.subscriptions.SubscriptionItem;
import io.keentill.revkeen.subscriptions.SubscriptionItemRequest;
import io.keentill.revkeen.subscriptions.SubscriptionRequest;
import java.nio.charset.StandardCharsets;

/** What subscriptions are made of: each call makes something new. */
final class Plans {
    private Plans() {}

    /** A product at 9.00 GBP a month; its id. */
    static String product(World w) {
        ProductUpsert upsert = ProductUpsert.of("Tea club", 900)
                .withKind(ProductKind.SUBSCRIPTION)
                .withCurrency("GBP")
                .withInterval("month");
        var stored = w.client()
                .products()
                .upsertExternal("contract", w.fresh("club"), upsert)
                .send()
                .orThrow();
        return ((Upsert.Stored<ExternalProduct>) stored).value().id();
    }

    /** A price of a new product, 9.00 GBP a month; its id. */
    static String price(World w) {
        String body = "{\"product_id\":\"" + product(w) + "\",\"currency\":\"gbp\",\"unit_amount\":900,"
                + "\"type\":\"recurring\",\"interval\":\"month\"}";
        byte[] answer = w.client()
                .send(new FrozenRequest("POST", "/prices", body.getBytes(StandardCharsets.UTF_8), w.fresh("price")))
                .orThrow();
        return Fields.parse(answer).needText("id");
    }

    /** An active subscription of a new customer, 9.00 GBP a month. */
    static Subscription active(World w) {
        return w.client()
                .subscriptions()
                .create(SubscriptionRequest.of(w.customer().id())
                        .withProductId(product(w))
                        .withCurrency("GBP"))
                .send()
                .orThrow();
    }

    /** A further part of a subscription. */
    static SubscriptionItem item(World w, String subscription) {
        return w.client()
                .subscriptionItems()
                .create(subscription, SubscriptionItemRequest.of("GBP", 250).withDescription("Biscuits"))
                .send()
                .orThrow();
    }
}
