package io.keentill.sandbox.recurring;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Catalogue;
import io.keentill.sandbox.shop.Common;
import io.keentill.sandbox.shop.Pricing;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a subscription bills each period (API reference B.24). Its oldest item is the main one: the subscription shows
 * that item's product, price, quantity and unit amount as its own. Changes apply from the next period on.
 */
final class SubscriptionItems {
    /** The kind of stored items. */
    static final String ITEM = "subscription_item";

    /** On a subscription whose main item is about to {@link #follow} it: what that is called from now on. */
    static final String DESCRIPTION = "_description";

    /** On a subscription: what its further items bill each period, in minor units. */
    static final String OTHERS = "_other_items_minor";

    static final long MOST_MINOR = 1_000_000_000_000L;
    static final long MOST_UNITS = 1_000_000L;
    private static final int MOST_ITEMS = 100;
    private static final int USUAL = 100;

    private static final String PATH = "/subscriptions/{subscriptionId}/items";

    private static final Shape NEW_ITEM = Shape.of(
            currency("currency").must(),
            whole("unit_amount_minor", 0, MOST_MINOR).must(),
            text("product_id", 255).orNull(),
            text("price_id", 255).orNull(),
            text("description", 500).orNull(),
            whole("quantity", 1, MOST_UNITS).or(1),
            choice("fulfillment_type", "none", "physical", "digital").or("none"),
            map("metadata"));

    private static final Shape CHANGED =
            NEW_ITEM.change("quantity", "description", "unit_amount_minor", "fulfillment_type", "metadata");

    private SubscriptionItems() {}

    static Resource items() {
        return Resource.of(ITEM, PATH)
                .scopes("subscriptions")
                .endpoint("GET", PATH, Shape.EMPTY, SubscriptionItems::list)
                .endpoint("POST", PATH, NEW_ITEM, SubscriptionItems::create)
                .endpoint("PATCH", PATH + "/{itemId}", CHANGED, SubscriptionItems::change)
                .endpoint("DELETE", PATH + "/{itemId}", Shape.EMPTY, SubscriptionItems::delete);
    }

    /** All items, the main one first. */
    static List<ObjectNode> of(Work work, ObjectNode subscription) {
        return Query.of(ITEM)
                .where("subscription_id", Json.need(subscription, "id"))
                .oldestFirst()
                .all(work.tx());
    }

    static ArrayNode shown(Work work, ObjectNode subscription) {
        ArrayNode items = Json.array();
        of(work, subscription).forEach(item -> items.add(Resource.visible(item)));
        return items;
    }

    /** What a period costs, line by line. */
    static List<Line> lines(Work work, ObjectNode subscription) {
        return of(work, subscription).stream()
                .map(item -> Line.of(
                        describe(item), Json.text(item, "product_id"), Json.whole(item, "quantity"), amount(item)))
                .filter(line -> line.amount() > 0)
                .toList();
    }

    /** What a period costs, in minor units. */
    static long total(Work work, ObjectNode subscription) {
        return of(work, subscription).stream()
                .mapToLong(SubscriptionItems::amount)
                .reduce(0, Math::addExact);
    }

    static long amount(ObjectNode item) {
        return Math.multiplyExact(Json.whole(item, "unit_amount_minor"), Json.whole(item, "quantity"));
    }

    /** Adds what was subscribed to as the main item. */
    static void add(Work work, ObjectNode subscription, Offer offer) {
        ObjectNode input = Json.object();
        Json.copy(subscription, input, "currency", "product_id", "price_id", "quantity");
        input.put("description", offer.description()).put("unit_amount_minor", offer.unitAmount());
        input.put("fulfillment_type", offer.fulfillment());
        work.insert(ITEM, item(work, subscription, input));
    }

    /** Replaces what is billed by these items and shows the first as the subscription's own. */
    static void replace(Work work, ObjectNode subscription, List<ObjectNode> inputs) {
        of(work, subscription).forEach(item -> work.delete(ITEM, Json.need(item, "id")));
        inputs.forEach(input -> work.insert(ITEM, item(work, subscription, input)));
        mirror(work, subscription);
    }

    /** Changes the main item to what the subscription shows. */
    static void follow(Work work, ObjectNode subscription) {
        List<ObjectNode> items = of(work, subscription);
        ObjectNode main =
                items.isEmpty() ? item(work, subscription, Json.object().put("quantity", 1)) : items.getFirst();
        Json.copy(subscription, main, "product_id", "price_id", "quantity", "currency");
        main.put("unit_amount_minor", Json.whole(subscription, "amount_minor"));
        checkAmount(main);
        if (subscription.has(DESCRIPTION)) {
            main.set("description", subscription.remove(DESCRIPTION));
        }
        if (items.isEmpty()) {
            work.insert(ITEM, main.put("fulfillment_type", "none"));
        } else {
            work.save(ITEM, main);
        }
    }

    private static void mirror(Work work, ObjectNode subscription) {
        of(work, subscription).stream().findFirst().ifPresent(main -> {
            Json.copy(main, subscription, "product_id", "price_id", "quantity");
            subscription.put("amount_minor", Json.whole(main, "unit_amount_minor"));
            subscription.put(OTHERS, total(work, subscription) - amount(main));
        });
    }

    private static ObjectNode item(Work work, ObjectNode subscription, ObjectNode input) {
        ObjectNode item = Json.object().put("id", work.ids().uuid());
        item.put("subscription_id", Json.need(subscription, "id"));
        Json.copy(input, item, "product_id", "price_id", "description", "quantity", "currency");
        Json.copy(input, item, "unit_amount_minor", "fulfillment_type");
        checkAmount(item);
        return Common.finish(work, item, input);
    }

    /** What an item bills must stay within what sums can hold. */
    private static void checkAmount(ObjectNode item) {
        long unit = Json.whole(item, "unit_amount_minor");
        if (unit > MOST_MINOR || unit * Json.whole(item, "quantity") > Numbers.MOST) {
            throw Refusal.invalid("unit_amount_minor", "This item bills more than can be worked with.");
        }
    }

    private static Reply list(Call call) {
        ObjectNode subscription = Subscriptions.need(call.work(), call.id("subscriptionId"));
        Query items = Query.of(ITEM).where("subscription_id", Json.need(subscription, "id"));
        return Reply.of(200, Paging.P9.usual(USUAL).answer(call, items.oldestFirst(), PATH));
    }

    private static Reply create(Call call) {
        Work work = call.work();
        ObjectNode input = call.input();
        ObjectNode subscription = live(call);
        if (!Json.need(input, "currency").equalsIgnoreCase(Json.need(subscription, "currency"))) {
            throw Refusal.invalid(
                    "currency", "This subscription is billed in " + Json.text(subscription, "currency") + ".");
        }
        if (of(work, subscription).size() >= MOST_ITEMS) {
            throw Refusal.notNow("A subscription has at most " + MOST_ITEMS + " items.");
        }
        exists(work, Catalogue.PRODUCT, input, "product_id");
        exists(work, Pricing.PRICE, input, "price_id");
        ObjectNode item = item(work, subscription, input);
        work.insert(ITEM, item);
        return changed(call, subscription, 201, item);
    }

    private static Reply change(Call call) {
        ObjectNode subscription = live(call);
        ObjectNode item = found(call, subscription);
        Common.merge(item, call.input());
        checkAmount(item);
        call.work().save(ITEM, item);
        return changed(call, subscription, 200, item);
    }

    private static Reply delete(Call call) {
        ObjectNode subscription = live(call);
        ObjectNode item = found(call, subscription);
        if (of(call.work(), subscription).size() == 1) {
            throw Refusal.notNow("The last item of a subscription cannot be deleted; cancel the subscription instead.");
        }
        call.work().delete(ITEM, Json.need(item, "id"));
        tell(call.work(), subscription);
        return Reply.of(200, Json.object().put("success", true).put("deleted_id", Json.need(item, "id")));
    }

    private static Reply changed(Call call, ObjectNode subscription, int status, ObjectNode item) {
        tell(call.work(), subscription);
        ObjectNode body = Json.object();
        body.set("data", Resource.visible(item));
        return Reply.of(status, body);
    }

    private static void tell(Work work, ObjectNode subscription) {
        ObjectNode before = subscription.deepCopy();
        mirror(work, subscription);
        Lifecycle.save(work, subscription);
        Lifecycle.tell(work, "subscription.updated", subscription, EventLog.changed(before, subscription));
    }

    private static ObjectNode live(Call call) {
        ObjectNode subscription = Subscriptions.need(call.work(), call.id("subscriptionId"));
        if (!Lifecycle.isLive(subscription)) {
            throw Refusal.notNow(
                    "The items of a subscription that is " + Json.text(subscription, "status") + " cannot change.");
        }
        return subscription;
    }

    private static ObjectNode found(Call call, ObjectNode subscription) {
        ObjectNode item = call.work().find(ITEM, call.id("itemId"));
        if (item == null || !Objects.equals(Json.text(item, "subscription_id"), Json.text(subscription, "id"))) {
            throw Refusal.missing("item of this subscription", call.id("itemId"));
        }
        return item;
    }

    private static void exists(Work work, String kind, ObjectNode input, String field) {
        String id = Json.text(input, field);
        if (id != null && work.find(kind, id) == null) {
            throw Refusal.invalid(field, "No such " + kind + ": " + id + ".");
        }
    }

    private static String describe(ObjectNode item) {
        String text = Json.text(item, "description");
        return text == null ? "Subscription" : text;
    }
}
