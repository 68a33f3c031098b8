package io.keentill.sandbox.money;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Customers;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Payment intents (API reference B.14, C.4): creating, changing and ending them. */
final class Intents {
    static final String INTENT = "payment_intent";

    private static final Shape NEW_INTENT = Shape.of(
            whole("amount", 1).must(),
            uuid("customer").must(),
            currency("currency").or("USD"),
            text("payment_method", 100),
            choice("capture_method", "automatic", "manual").or("automatic"),
            text("description", 500),
            text("statement_descriptor", 22),
            text("statement_descriptor_suffix", 22),
            text("receipt_email", 320),
            map("metadata"),
            text("gateway_merchant_id", 255));

    private static final Shape CHANGED = NEW_INTENT.change(
            "amount",
            "currency",
            "payment_method",
            "description",
            "statement_descriptor",
            "statement_descriptor_suffix",
            "receipt_email",
            "metadata");

    private static final Shape CONFIRM = Shape.of(text("payment_method", 100), text("return_url", 2000));

    private static final Shape CANCEL = Shape.of(choice(
            "cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned", "failed_invoice"));

    /** What may still change once money is promised or taken (inferred). */
    private static final Set<String> LATE = Set.of("description", "receipt_email", "metadata");

    private static final Set<String> EARLY =
            Set.of("requires_payment_method", "requires_confirmation", "requires_action");

    private Intents() {}

    static Resource intents() {
        Resource intents = resource();
        return intents.list(
                        Paging.P2,
                        Filter.equal("customer"),
                        Filter.choice(
                                "status",
                                "requires_payment_method",
                                "requires_confirmation",
                                "requires_action",
                                "processing",
                                "succeeded",
                                "canceled"),
                        Filter.createdFrom(),
                        Filter.createdTo())
                .read()
                .endpoint("POST", "/payment-intents", NEW_INTENT, call -> {
                    ObjectNode intent = create(call.work(), call.input());
                    return intents.single(200, call, intent);
                })
                .endpoint("POST", "/payment-intents/{id}", CHANGED, call -> {
                    ObjectNode intent = intents.found(call);
                    change(call, intent, call.input());
                    call.work().save(INTENT, intent);
                    return intents.single(200, call, intent);
                })
                .action("confirm", CONFIRM, IntentMoney::confirm)
                .action("capture", Shape.of(whole("amount_to_capture", 1)), IntentMoney::capture)
                .action("cancel", CANCEL, Intents::cancel);
    }

    /** The payer's answer to a challenge, which a bank's page would ask for. */
    static List<Endpoint> controls() {
        Shape answer = Shape.of(flag("passed").must());
        return List.of(Controls.control("POST", "/payment-intents/{id}/challenge", answer, call -> {
            Resource intents = resource();
            ObjectNode intent = intents.found(call);
            IntentMoney.challenged(call.work(), intent, Json.yes(call.input(), "passed"));
            call.work().save(INTENT, intent);
            return intents.single(200, call, intent);
        }));
    }

    private static Resource resource() {
        return Resource.of(INTENT, "/payment-intents")
                .scopes("payment_intents")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE);
    }

    private static ObjectNode create(Work work, ObjectNode input) {
        String customer = Json.need(input, "customer");
        if (work.find(Customers.CUSTOMER, customer) == null) {
            throw Refusal.invalid("customer", "No such customer: " + customer + ".");
        }
        String method = Json.text(input, "payment_method");
        String methodId = method == null
                ? null
                : CardGateway.stored(work, method, customer).methodId();
        String id = work.ids().prefixed("pi_");
        ObjectNode intent = Json.object().put("id", id).put("object", INTENT);
        Json.copy(input, intent, "amount");
        intent.put("amount_capturable", 0).put("amount_received", 0);
        Json.copy(input, intent, "currency", "customer", "description");
        intent.putNull("last_payment_error");
        intent.set("metadata", input.has("metadata") ? input.get("metadata") : Json.object());
        intent.putNull("next_action").put("payment_method", methodId);
        Json.copy(input, intent, "receipt_email", "statement_descriptor", "statement_descriptor_suffix");
        intent.put("status", method == null ? "requires_payment_method" : "requires_confirmation");
        Json.copy(input, intent, "capture_method");
        intent.put("client_secret", work.ids().prefixed(id + "_secret_"));
        intent.putNull("canceled_at").putNull("cancellation_reason");
        intent.put("created", work.now().getEpochSecond()).put("livemode", false);
        work.insert(INTENT, intent);
        EventLog.write(work, "payment_intent.created", intent);
        return intent;
    }

    private static void change(Call call, ObjectNode intent, ObjectNode input) {
        String status = Json.need(intent, "status");
        for (String field : input.propertyNames()) {
            boolean fits = EARLY.contains(status) || (LATE.contains(field) && !status.equals("canceled"));
            if (!fits) {
                throw Refusal.invalid(field, field + " of an intent that is " + status + " cannot change.");
            }
        }
        String method = Json.text(input, "payment_method");
        if (method != null) {
            String owner = Json.need(intent, "customer");
            input.put(
                    "payment_method",
                    CardGateway.stored(call.work(), method, owner).methodId());
        }
        boolean restart = method != null || input.has("amount") || input.has("currency");
        if (restart && (method != null || status.equals("requires_action"))) {
            intent.put("status", "requires_confirmation").putNull("next_action");
        }
        Json.mergeMetadata(intent, input);
        intent.setAll(input);
    }

    private static void cancel(Call call, ObjectNode intent, ObjectNode input) {
        String status = Json.need(intent, "status");
        if (status.equals("succeeded") || status.equals("canceled")) {
            throw Refusal.notNow("An intent that is " + status + " cannot be canceled.");
        }
        if (status.equals("processing")) {
            ObjectNode payment = IntentMoney.paymentOf(call.work(), intent);
            IntentMoney.refuseWhileVoided(payment);
            payment.remove("_intent_id");
            Payments.release(call.work(), payment);
        }
        canceled(call.work(), intent);
        intent.put("cancellation_reason", Json.text(input, "cancellation_reason"));
        EventLog.write(call.work(), "payment_intent.canceled", intent);
    }

    static void canceled(Work work, ObjectNode intent) {
        intent.put("status", "canceled").put("canceled_at", work.nowText());
        intent.put("amount_capturable", 0).putNull("next_action");
    }
}
