package io.keentill.sandbox.online;

import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.recurring.Subscriptions;
import io.keentill.sandbox.shop.Customers;
import io.keentill.sandbox.shop.Invoices;
import io.keentill.sandbox.shop.PortalSessions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a customer sees and does with a portal token (API reference B.23): their own data only. A draft invoice is not
 * shown (inferred).
 */
final class Portal {
    private static final String ROOT = "/customer-portal";

    private static final Shape NEW_SESSION =
            Shape.of(uuid("customer_id").must(), whole("ttl_minutes", 5, 240).or(60));

    private static final Shape CANCEL = Shape.of(flag("cancel_at_period_end").or(true), text("reason", 500));

    private Portal() {}

    static Resource portal() {
        return Resource.of("portal", ROOT)
                .errors(ErrorShape.E2)
                .scopes("customers")
                .formerlyCamel()
                .endpoint("POST", ROOT + "/sessions", NEW_SESSION, Portal::session)
                .formerlyCamel(false)
                .scopes("customer_portal")
                .endpoint("GET", ROOT + "/customer", Shape.EMPTY, call -> data(200, PortalViews.customer(owner(call))))
                .endpoint("GET", ROOT + "/invoices", Shape.EMPTY, call -> {
                    return Reply.of(200, Paging.P2.answer(call, invoices(call), ROOT + "/invoices"));
                })
                .endpoint("GET", ROOT + "/invoices/{id}", Shape.EMPTY, call -> one(call, "invoice", invoices(call)))
                .endpoint("GET", ROOT + "/subscriptions", Shape.EMPTY, call -> {
                    return Reply.of(200, Paging.P2.answer(call, subscriptions(call), ROOT + "/subscriptions"));
                })
                .endpoint("GET", ROOT + "/subscriptions/{id}", Shape.EMPTY, call -> {
                    return one(call, "subscription", subscriptions(call));
                })
                .endpoint("POST", ROOT + "/subscriptions/{id}/cancel", CANCEL, Portal::cancel);
    }

    private static Reply session(Call call) {
        String id = Json.need(call.input(), "customer_id");
        ObjectNode customer = call.work().find(Customers.CUSTOMER, id);
        if (customer == null) {
            throw Refusal.missing("customer", id);
        }
        Duration life = Duration.ofMinutes(Json.whole(call.input(), "ttl_minutes"));
        return data(201, PortalSessions.open(call.work(), customer, life));
    }

    private static ObjectNode owner(Call call) {
        String id = Objects.requireNonNull(call.caller().subject(), "a portal token speaks for somebody");
        ObjectNode customer = call.work().find(Customers.CUSTOMER, id);
        if (customer == null) {
            throw Refusal.missing("customer", id);
        }
        return customer;
    }

    private static List<ObjectNode> invoices(Call call) {
        String owner = Json.need(owner(call), "id");
        return Query.of(Invoices.INVOICE)
                .where("customer_uuid", owner)
                .all(call.work().tx())
                .stream()
                .filter(invoice -> !"draft".equals(Json.text(invoice, "status")))
                .map(invoice -> PortalViews.invoice(call.work(), invoice))
                .toList();
    }

    private static List<ObjectNode> subscriptions(Call call) {
        String owner = Json.need(owner(call), "id");
        return Query.of(Subscriptions.SUBSCRIPTION)
                .where("customer_id", owner)
                .all(call.work().tx())
                .stream()
                .map(PortalViews::subscription)
                .toList();
    }

    /** Ends a subscription now or with its period; a repeat changes nothing. */
    private static Reply cancel(Call call) {
        String id = call.id("id");
        String owner = Json.need(owner(call), "id");
        ObjectNode subscription = call.work().find(Subscriptions.SUBSCRIPTION, id);
        if (subscription == null || !owner.equals(Json.text(subscription, "customer_id"))) {
            throw Refusal.missing("subscription", id);
        }
        boolean later = Json.yes(call.input(), "cancel_at_period_end");
        Subscriptions.cancel(call.work(), subscription, later, Json.text(call.input(), "reason"));
        return data(200, PortalViews.subscription(subscription));
    }

    private static Reply one(Call call, String what, List<ObjectNode> own) {
        String id = call.id("id");
        return own.stream()
                .filter(object -> id.equals(Json.text(object, "id")))
                .findFirst()
                .map(object -> data(200, object))
                .orElseThrow(() -> Refusal.missing(what, id));
    }

    private static Reply data(int status, ObjectNode object) {
        ObjectNode body = Json.object();
        body.set("data", object);
        return Reply.of(status, body);
    }
}
