package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.uuid;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.StoredMethods;
import io.keentill.sandbox.money.TestCard;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stored payment methods (API reference B.9). The API has no call that makes one from card data; the sandbox has
 * ready-made ones instead, one per {@link TestCard}: attaching or setting up {@code pm_card_success} stores a new one.
 */
public final class PaymentMethods {
    private static final String METHOD = StoredMethods.METHOD;
    private static final String READY = "pm_card_";
    private static final int DECEMBER = 12;
    private static final int YEARS = 4;

    private static final Shape CHANGED = Shape.of(map("billing_details").orNull(), map("metadata"));

    private PaymentMethods() {}

    /** Payment methods: list, read, change, attach, detach. */
    public static Resource methods() {
        Resource methods = Resource.of(METHOD, "/payment-methods")
                .scopes("payment_methods")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .list(
                        Paging.P2,
                        Filter.equal("customer_id"),
                        Filter.choice("type", "card", "bank_account", "us_bank_account"));
        String one = "/payment-methods/{id}";
        return methods.endpoint("GET", one, Shape.EMPTY, call -> methods.single(200, call, stored(call)))
                .endpoint("POST", one, CHANGED, call -> methods.single(200, call, change(call)))
                .endpoint(
                        "POST",
                        one + "/attach",
                        Shape.of(uuid("customer_id").must()),
                        call -> methods.single(200, call, attach(call)))
                .endpoint("POST", one + "/detach", Shape.EMPTY, call -> methods.single(200, call, detach(call)));
    }

    /** Stores a new method for a customer, from a card that the sandbox knows. */
    static ObjectNode store(Work work, TestCard card, String customer) {
        int year = work.now().atZone(ZoneOffset.UTC).getYear();
        int end = card == TestCard.EXPIRED ? year - 1 : year + YEARS;
        ObjectNode method = StoredMethods.store(work, customer, card, DECEMBER, end);
        EventLog.write(work, "payment_method.attached", method);
        return method;
    }

    /** The card that a ready-made method such as {@code pm_card_success} stands for, or null. */
    static @Nullable TestCard readyMade(String id) {
        return id.startsWith(READY) ? TestCard.named(id.substring(READY.length())) : null;
    }

    /** {@code {data}}: the active methods of a customer. */
    static Reply ofCustomer(Call call, ObjectNode customer) {
        ObjectNode body = Json.object();
        var data = body.putArray("data");
        Query.of(METHOD)
                .where("customer_id", Json.need(customer, "id"))
                .where("status", "active")
                .all(call.work().tx())
                .forEach(method -> data.add(Resource.visible(method)));
        return Reply.of(200, body);
    }

    private static ObjectNode stored(Call call) {
        ObjectNode method = StoredMethods.find(call.work(), call.id("id"));
        if (method == null) {
            throw Refusal.missing("payment method", call.id("id"));
        }
        return method;
    }

    private static ObjectNode change(Call call) {
        ObjectNode method = stored(call);
        JsonNode details = call.input().remove("billing_details");
        if (details instanceof ObjectNode sent) {
            method.set("billing_details", BillingDetails.merged(method, sent));
        } else if (details != null) {
            method.set("billing_details", BillingDetails.none());
        }
        Common.merge(method, call.input());
        call.work().save(METHOD, method);
        EventLog.write(call.work(), "payment_method.updated", method);
        return method;
    }

    private static ObjectNode attach(Call call) {
        Work work = call.work();
        Common.named(work, Customers.CUSTOMER, call.input(), "customer_id");
        String customer = Json.need(call.input(), "customer_id");
        TestCard ready = readyMade(call.id("id"));
        if (ready != null) {
            return store(work, ready, customer);
        }
        ObjectNode method = stored(call);
        if (customer.equals(Json.text(method, "customer_id")) && "active".equals(Json.text(method, "status"))) {
            return method;
        }
        makeWayFor(work, method);
        method.put("is_default", StoredMethods.usual(work, customer) == null);
        method.put("customer_id", customer).put("status", "active");
        work.save(METHOD, method);
        EventLog.write(work, "payment_method.attached", method);
        return method;
    }

    private static ObjectNode detach(Call call) {
        ObjectNode method = stored(call);
        if ("inactive".equals(Json.text(method, "status"))) {
            throw Refusal.notNow("This payment method is already detached.");
        }
        makeWayFor(call.work(), method);
        method.put("status", "inactive").put("is_default", false);
        call.work().save(METHOD, method);
        EventLog.write(call.work(), "payment_method.detached", method);
        return method;
    }

    /** A default method that leaves hands its place to its customer's newest other one. */
    private static void makeWayFor(Work work, ObjectNode leaving) {
        String customer = Json.text(leaving, "customer_id");
        if (customer == null || !Json.yes(leaving, "is_default")) {
            return;
        }
        String id = Json.need(leaving, "id");
        Query.of(METHOD).where("customer_id", customer).where("status", "active").all(work.tx()).stream()
                .filter(other -> !Json.need(other, "id").equals(id))
                .findFirst()
                .ifPresent(heir -> work.save(METHOD, heir.put("is_default", true)));
    }
}
