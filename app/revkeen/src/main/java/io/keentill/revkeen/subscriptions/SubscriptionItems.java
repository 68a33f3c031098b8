package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.Endpoint;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.http.Caller;
import io.keentill.revkeen.http.Envelope;
import io.keentill.revkeen.http.Paths;
import io.keentill.revkeen.json.Body;

/** The parts of subscriptions (section B.24). */
public final class SubscriptionItems {
    private final Caller caller;

    /** Made by {@link io.keentill.revkeen.RevKeen}. */
    public SubscriptionItems(Caller caller) {
        this.caller = caller;
    }

    /** {@code GET /subscriptions/{subscriptionId}/items}, scope subscriptions:read; 401, 404. */
    @Endpoint("GET /subscriptions/{subscriptionId}/items")
    public Listing<SubscriptionItem> list(String subscriptionId) {
        return caller.list(
                Paths.of("subscriptions", subscriptionId, "items"),
                new Paths.Query(),
                Envelope.OFFSET,
                SubscriptionItem::read);
    }

    /** {@code POST /subscriptions/{subscriptionId}/items}, scope subscriptions:write; 400, 401, 404. */
    @Endpoint("POST /subscriptions/{subscriptionId}/items")
    public ApiCall<SubscriptionItem> create(String subscriptionId, SubscriptionItemRequest request) {
        return caller.prepare(
                "POST", Paths.of("subscriptions", subscriptionId, "items"), Body.of(request), SubscriptionItem::read);
    }

    /** {@code PATCH /subscriptions/{subscriptionId}/items/{itemId}}, scope subscriptions:write; 401, 404. */
    @Endpoint("PATCH /subscriptions/{subscriptionId}/items/{itemId}")
    public ApiCall<SubscriptionItem> update(String subscriptionId, String itemId, SubscriptionItemChanges changes) {
        return caller.prepare(
                "PATCH",
                Paths.of("subscriptions", subscriptionId, "items", itemId),
                Body.of(changes),
                SubscriptionItem::read);
    }

    /** {@code DELETE /subscriptions/{subscriptionId}/items/{itemId}}, scope subscriptions:write; 400 for the last item, 401, 404. */
    @Endpoint("DELETE /subscriptions/{subscriptionId}/items/{itemId}")
    public ApiCall<DeletedItem> delete(String subscriptionId, String itemId) {
        return caller.prepare(
                "DELETE", Paths.of("subscriptions", subscriptionId, "items", itemId), null, DeletedItem::read);
    }
}
