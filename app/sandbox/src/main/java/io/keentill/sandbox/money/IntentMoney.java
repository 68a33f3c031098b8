package io.keentill.sandbox.money;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.money.CardGateway.Approved;
import io.keentill.sandbox.money.CardGateway.Card;
import io.keentill.sandbox.money.CardGateway.Challenged;
import io.keentill.sandbox.money.CardGateway.Declined;
import io.keentill.sandbox.money.CardGateway.Verdict;
import io.keentill.sandbox.shop.Books;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a payment intent moves (API reference C.4). Authorised for a manual capture it is {@code processing} (inferred);
 * declined it goes back to {@code requires_payment_method} and says why.
 */
final class IntentMoney {
    private IntentMoney() {}

    static void confirm(Call call, ObjectNode intent, ObjectNode input) {
        String status = Json.need(intent, "status");
        if (!status.equals("requires_payment_method") && !status.equals("requires_confirmation")) {
            throw Refusal.notNow("An intent that is " + status + " cannot be confirmed.");
        }
        String method = Json.text(input, "payment_method");
        String chosen = method == null ? Json.text(intent, "payment_method") : method;
        if (chosen == null) {
            throw Refusal.invalid("payment_method", "payment_method is required: the intent has none.");
        }
        Card card = CardGateway.stored(call.work(), chosen, Json.need(intent, "customer"));
        intent.put("payment_method", card.methodId()).put("_return_url", Json.text(input, "return_url"));
        decide(call.work(), intent, card, CardGateway.ask(call.work(), card, false));
    }

    /** The payer has answered the challenge. */
    static void challenged(Work work, ObjectNode intent, boolean passed) {
        if (!Payments.is(intent, "requires_action")) {
            throw Refusal.notNow("No challenge waits: the intent is " + Json.text(intent, "status") + ".");
        }
        Card card = CardGateway.stored(work, Json.need(intent, "payment_method"), Json.need(intent, "customer"));
        Verdict verdict = passed
                ? CardGateway.ask(work, card, true)
                : new Declined("authentication_required", "The payer did not prove who they are.");
        decide(work, intent, card, verdict);
    }

    static void capture(Call call, ObjectNode intent, ObjectNode input) {
        long promised = Json.whole(intent, "amount_capturable");
        if (promised == 0) {
            throw Refusal.notNow("An intent that is " + Json.text(intent, "status") + " has nothing to capture.");
        }
        ObjectNode payment = paymentOf(call.work(), intent);
        refuseWhileVoided(payment);
        long amount = input.has("amount_to_capture") ? Json.whole(input, "amount_to_capture") : promised;
        if (amount > promised) {
            throw Refusal.invalid("amount_to_capture", "Only " + promised + " is authorised, not " + amount + ".");
        }
        payment.remove("_intent_id");
        Books.capture(call.work(), payment, amount);
        succeeded(call.work(), intent, amount);
    }

    /** Brings the intent of a payment, if it has one, up to what happened to the payment elsewhere. */
    static void follow(Work work, ObjectNode payment) {
        ObjectNode intent = work.find(Intents.INTENT, Json.text(payment, "_intent_id"));
        if (intent == null || !Payments.is(intent, "processing")) {
            return;
        }
        if (Payments.is(payment, "captured")) {
            succeeded(work, intent, Json.whole(payment, "amount_captured"));
        } else if (Payments.is(payment, "voided")) {
            Intents.canceled(work, intent);
            EventLog.write(work, "payment_intent.canceled", intent);
        }
        work.save(Intents.INTENT, intent);
    }

    /** Refuses what would take or give back an authorisation that a void on its way gives back already. */
    static void refuseWhileVoided(ObjectNode payment) {
        if (!Payments.promised(payment)) {
            throw Refusal.notNow("The intent's payment is being voided.");
        }
    }

    static ObjectNode paymentOf(Work work, ObjectNode intent) {
        ObjectNode payment = work.find(Payments.PAYMENT, Json.text(intent, "_payment_id"));
        if (payment == null) {
            throw new IllegalStateException("intent without a payment: " + Json.need(intent, "id"));
        }
        return payment;
    }

    private static void decide(Work work, ObjectNode intent, Card card, Verdict verdict) {
        long amount = Json.whole(intent, "amount");
        Movement moved = CardGateway.movement(card, verdict, amount, Json.need(intent, "currency"));
        ObjectNode metadata = Json.object().put("payment_intent", Json.need(intent, "id"));
        intent.putNull("next_action").putNull("last_payment_error");
        switch (verdict) {
            case Challenged waiting -> challenge(work, intent);
            case Declined declined -> {
                Books.fail(work, moved, declined, null, metadata);
                declined(work, intent, declined);
            }
            case Approved approved -> {
                boolean later = "manual".equals(Json.text(intent, "capture_method"));
                ObjectNode payment = later
                        ? Books.authorise(work, moved, null, metadata)
                        : Books.record(work, moved, null, metadata);
                intent.put("_payment_id", Json.need(payment, "id"));
                if (later) {
                    work.save(Payments.PAYMENT, payment.put("_intent_id", Json.need(intent, "id")));
                    intent.put("status", "processing").put("amount_capturable", amount);
                } else {
                    succeeded(work, intent, amount);
                }
            }
        }
    }

    private static void challenge(Work work, ObjectNode intent) {
        String id = Json.need(intent, "id");
        intent.put("status", "requires_action");
        ObjectNode action = intent.putObject("next_action").put("type", "redirect_to_url");
        // There is no bank's page: the control of this path gives the payer's answer.
        ObjectNode redirect = action.putObject("redirect_to_url");
        redirect.put("url", "/sandbox/payment-intents/" + id + "/challenge");
        redirect.put("return_url", Json.text(intent, "_return_url"));
        EventLog.write(work, "payment_intent.requires_action", intent);
    }

    private static void declined(Work work, ObjectNode intent, Declined why) {
        intent.put("status", "requires_payment_method");
        ObjectNode error = intent.putObject("last_payment_error");
        error.put("code", "card_declined").put("message", why.message()).put("decline_code", why.code());
        error.putObject("payment_method")
                .put("id", Json.text(intent, "payment_method"))
                .put("type", "card");
        intent.putNull("payment_method");
        EventLog.write(work, "payment_intent.payment_failed", intent);
    }

    private static void succeeded(Work work, ObjectNode intent, long amount) {
        intent.put("status", "succeeded").put("amount_received", amount).put("amount_capturable", 0);
        EventLog.write(work, "payment_intent.succeeded", intent);
    }
}
