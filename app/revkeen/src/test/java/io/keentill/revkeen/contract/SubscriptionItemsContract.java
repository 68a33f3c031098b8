package io.keentill.revkeen.contract;

import io.keentill.revkeen.subscriptions.ItemFulfillment;
import io.keentill.revkeen.subscriptions.SubscriptionItemChanges;
import io.keentill.revkeen.subscriptions.SubscriptionItemRequest;
import java.util.List;
import java.util.Map;

/** The parts of subscriptions (section B.24). */
final class SubscriptionItemsContract extends Contract {

    @Override
    List<Case> cases() {
        return List.of(
                on("GET /subscriptions/{subscriptionId}/items", w -> {
                    String subscription = Plans.active(w).id();
                    Plans.item(w, subscription);
                    return w.client().subscriptionItems().list(subscription);
                }),
                on(
                        "POST /subscriptions/{subscriptionId}/items",
                        w -> w.client()
                                .subscriptionItems()
                                .create(Plans.active(w).id(), SubscriptionItemRequest.of("GBP", 250))),
                on(
                        "POST /subscriptions/{subscriptionId}/items",
                        "with every member",
                        w -> w.client()
                                .subscriptionItems()
                                .create(
                                        Plans.active(w).id(),
                                        SubscriptionItemRequest.of("GBP", 250)
                                                .withProductId(Plans.product(w))
                                                .withDescription("Biscuits")
                                                .withQuantity(2L)
                                                .withFulfillmentType(ItemFulfillment.PHYSICAL)
                                                .withMetadata(Map.of("box", "small")))),
                on("PATCH /subscriptions/{subscriptionId}/items/{itemId}", w -> {
                    String subscription = Plans.active(w).id();
                    return w.client()
                            .subscriptionItems()
                            .update(
                                    subscription,
                                    Plans.item(w, subscription).id(),
                                    SubscriptionItemChanges.none()
                                            .withQuantity(3L)
                                            .withDescription("More biscuits")
                                            .withUnitAmountMinor(200L)
                                            .withFulfillmentType(ItemFulfillment.DIGITAL)
                                            .withMetadata(Map.of("box", "big")));
                }),
                on("DELETE /subscriptions/{subscriptionId}/items/{itemId}", w -> {
                    String subscription = Plans.active(w).id();
                    Plans.item(w, subscription);
                    return w.client()
                            .subscriptionItems()
                            .delete(subscription, Plans.item(w, subscription).id());
                }));
    }
}
