package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.texts;
import static io.keentill.sandbox.api.Field.uuid;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.CardGateway;
import io.keentill.sandbox.money.StoredMethods;
import io.keentill.sandbox.money.TestCard;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Setup intents (API reference B.9): how a customer's payment method comes to be stored. */
public final class SetupIntents {
    /** The kind of stored setup intents. */
    public static final String INTENT = "setup_intent";

    private static final Set<String> TYPES = Set.of("card", "bank_account", "us_bank_account", "bacs_direct_debit");
    private static final Set<String> ENDED = Set.of("succeeded", "canceled");

    private static final Shape NEW = Shape.of(
            uuid("customer_id"),
            texts("payment_method_types", 10),
            choice("usage", "on_session", "off_session").or("off_session"),
            text("description", 1000).orNull(),
            map("metadata"));

    private static final Shape CHANGED = NEW.change("customer_id", "payment_method_types", "description", "metadata");

    private static final Shape CONFIRM = Shape.of(text("payment_method_id", 100), text("return_url", 2000));

    private static final Shape CANCEL =
            Shape.of(choice("cancellation_reason", "abandoned", "requested_by_customer", "duplicate"));

    private SetupIntents() {}

    /** Setup intents: create, list, read, change, confirm, cancel. */
    public static Resource intents() {
        Resource intents = Resource.of(INTENT, "/setup-intents")
                .scopes("setup_intents")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .create(NEW, SetupIntents::create)
                .list(
                        Paging.P1_COUNTED,
                        Filter.equal("customer_id"),
                        Filter.choice(
                                "status",
                                "requires_payment_method",
                                "requires_confirmation",
                                "requires_action",
                                "processing",
                                "succeeded",
                                "canceled"));
        String one = "/setup-intents/{id}";
        intents.endpoint("GET", one, Shape.EMPTY, call -> intents.single(200, call, stored(call)));
        changing(intents, one, CHANGED, SetupIntents::change);
        changing(intents, one + "/confirm", CONFIRM, SetupIntents::confirm);
        changing(intents, one + "/cancel", CANCEL, SetupIntents::cancel);
        return intents;
    }

    private static void changing(Resource intents, String at, Shape shape, Resource.Changer changer) {
        intents.endpoint("POST", at, shape, call -> {
            ObjectNode intent = stored(call);
            changer.change(call, intent, call.input());
            call.work().save(INTENT, intent);
            return intents.single(200, call, intent);
        });
    }

    private static ObjectNode create(Call call, ObjectNode input) {
        Work work = call.work();
        Common.named(work, Customers.CUSTOMER, input, "customer_id");
        ObjectNode intent =
                work.draft("setup_intent").put("public_id", work.ids().prefixed("seti_"));
        intent.put("status", "requires_payment_method");
        Json.copy(input, intent, "customer_id");
        intent.putNull("payment_method_id");
        intent.set("payment_method_types", types(input.get("payment_method_types")));
        Json.copy(input, intent, "usage");
        intent.putNull("next_action").put("client_secret", work.ids().prefixed("seti_secret_"));
        intent.put("gateway", CardGateway.NAME).putNull("last_error").putNull("cancellation_reason");
        Json.copy(input, intent, "description");
        Common.finish(work, intent, input);
        return intent.putNull("confirmed_at").putNull("canceled_at");
    }

    private static ArrayNode types(@Nullable JsonNode sent) {
        if (sent == null || sent.isEmpty()) {
            return Json.array().add("card");
        }
        for (JsonNode type : sent) {
            if (!TYPES.contains(type.stringValue())) {
                throw Refusal.invalid("payment_method_types", "Not a payment method type: " + type.stringValue() + ".");
            }
        }
        return (ArrayNode) sent;
    }

    private static void change(Call call, ObjectNode intent, ObjectNode input) {
        refuseEnded(intent, "changed");
        Common.named(call.work(), Customers.CUSTOMER, input, "customer_id");
        if (input.has("payment_method_types")) {
            input.set("payment_method_types", types(input.get("payment_method_types")));
        }
        Common.merge(intent, input);
    }

    /** A ready-made card is stored now; a stored method is checked again. Sandbox gateways answer at once. */
    private static void confirm(Call call, ObjectNode intent, ObjectNode input) {
        refuseEnded(intent, "confirmed");
        Work work = call.work();
        String customer = Json.text(intent, "customer_id");
        if (customer == null) {
            throw Refusal.invalid("customer_id", "Give the setup intent a customer before it is confirmed.");
        }
        String id = Json.text(input, "payment_method_id");
        if (id == null) {
            id = Json.text(intent, "payment_method_id");
        }
        if (id == null) {
            throw Refusal.invalid("payment_method_id", "payment_method_id is required.");
        }
        TestCard ready = PaymentMethods.readyMade(id);
        input.put("payment_method_id", id);
        if (ready != null) {
            answer(call, intent, ready, null);
        } else {
            CardGateway.Card card = CardGateway.stored(work, id, customer);
            answer(call, intent, card.behaviour(), StoredMethods.find(work, id));
        }
    }

    private static void answer(Call call, ObjectNode intent, TestCard card, @Nullable ObjectNode method) {
        Work work = call.work();
        boolean confirmedByOwner = "requires_action".equals(Json.text(intent, "status"));
        if (card == TestCard.CHALLENGE && !confirmedByOwner) {
            askOwner(intent, Json.need(call.input(), "payment_method_id"), call.input());
        } else if (card == TestCard.DECLINED || card == TestCard.EXPIRED) {
            fail(intent, card, method);
        } else {
            String customer = Json.need(intent, "customer_id");
            ObjectNode stored = method == null ? PaymentMethods.store(work, card, customer) : method;
            intent.put("payment_method_id", Json.need(stored, "id")).put("status", "succeeded");
            intent.putNull("last_error").putNull("next_action").put("confirmed_at", work.nowText());
        }
    }

    private static void askOwner(ObjectNode intent, String method, ObjectNode input) {
        intent.put("status", "requires_action").put("payment_method_id", method);
        ObjectNode action = intent.putObject("next_action").put("type", "redirect_to_url");
        action.putObject("redirect_to_url")
                .put("url", "https://sandbox.invalid/confirm/" + Json.text(intent, "public_id"))
                .put("return_url", Json.text(input, "return_url"));
    }

    private static void fail(ObjectNode intent, TestCard card, @Nullable ObjectNode method) {
        intent.put("status", "requires_payment_method").putNull("payment_method_id");
        ObjectNode error = intent.putObject("last_error").put("code", "card_declined");
        boolean expired = card == TestCard.EXPIRED;
        error.put("message", expired ? "The card has expired." : "The card was declined.");
        error.put("decline_code", expired ? "expired_card" : "generic_decline");
        error.putObject("payment_method")
                .put("id", method == null ? null : Json.need(method, "id"))
                .put("type", "card");
    }

    private static void cancel(Call call, ObjectNode intent, ObjectNode input) {
        refuseEnded(intent, "canceled");
        intent.put("status", "canceled").put("canceled_at", call.work().nowText());
        intent.putNull("next_action").put("cancellation_reason", Json.text(input, "cancellation_reason"));
    }

    private static void refuseEnded(ObjectNode intent, String what) {
        String status = Json.need(intent, "status");
        if (ENDED.contains(status)) {
            throw Refusal.notNow("A setup intent that is " + status + " cannot be " + what + ".");
        }
    }

    private static ObjectNode stored(Call call) {
        String id = call.id("id");
        ObjectNode intent = call.work().find(INTENT, id);
        if (intent == null && id.startsWith("seti_")) {
            intent = Query.of(INTENT)
                    .where("public_id", id)
                    .first(call.work().tx())
                    .orElse(null);
        }
        if (intent == null) {
            throw Refusal.missing("setup intent", id);
        }
        return intent;
    }
}
