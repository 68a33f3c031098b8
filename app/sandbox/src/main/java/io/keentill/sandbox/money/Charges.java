package io.keentill.sandbox.money;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.currency;
import static io.keentill.sandbox.api.Field.flag;
import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

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
import io.keentill.sandbox.money.CardGateway.Card;
import io.keentill.sandbox.money.CardGateway.Declined;
import io.keentill.sandbox.money.CardGateway.Verdict;
import io.keentill.sandbox.shop.Books;
import io.keentill.sandbox.shop.Customers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One-off charges of stored methods (API reference B.16). A charge is the merchant's view of a payment and shares its
 * id (inferred). A declined charge is made, answered with 201 and {@code status: failed} (inferred).
 */
final class Charges {
    static final String CHARGE = "charge";

    private static final Shape NEW_CHARGE = Shape.of(
            uuid("customer_id").must(),
            whole("amount_minor", 1).must(),
            text("description", 500).must(),
            currency("currency").or("USD"),
            text("payment_method_id", 100),
            flag("capture").or(true),
            text("statement_descriptor", 22),
            map("metadata"),
            flag("send_receipt").or(false),
            text("idempotency_key", 255));

    private static final Shape REFUND = Shape.of(
            whole("amount_minor", 1),
            choice("reason", "duplicate", "fraudulent", "requested_by_customer", "other"),
            text("notes", 5000));

    private Charges() {}

    static Resource charges() {
        Resource charges = Resource.of(CHARGE, "/charges").scopes("charges").errors(ErrorShape.E5);
        return charges.list(
                        Paging.P10,
                        Filter.equal("customerId"),
                        Filter.choice("status", "pending", "succeeded", "failed", "refunded", "partially_refunded"),
                        Filter.madeAfter("createdGte"),
                        Filter.madeBefore("createdLte"))
                .read()
                .create(NEW_CHARGE, Charges::create)
                .endpoint(
                        "POST",
                        "/charges/{id}/capture",
                        Shape.of(whole("amount_minor", 1)),
                        call -> capture(call, charges))
                .endpoint("POST", "/charges/{id}/refund", REFUND, call -> refund(call, charges));
    }

    private static ObjectNode create(Call call, ObjectNode input) {
        Work work = call.work();
        String customer = Json.need(input, "customer_id");
        if (work.find(Customers.CUSTOMER, customer) == null) {
            throw new Refusal(404, "resource_missing", "No such customer: " + customer + ".", "customerId");
        }
        refuseTwice(work, Json.text(input, "idempotency_key"));
        String method = Json.text(input, "payment_method_id");
        Card card = method == null ? CardGateway.usual(work, customer) : CardGateway.stored(work, method, customer);
        Verdict verdict = CardGateway.ask(work, card, false);
        ObjectNode payment = book(work, card, verdict, input);
        ObjectNode charge = Json.object().put("id", Json.need(payment, "id")).put("customerId", customer);
        charge.putNull("invoiceId").put("paymentMethodId", card.methodId());
        charge.put("amountMinor", Json.whole(input, "amount_minor"));
        charge.put("amountCapturedMinor", 0).put("amountRefundedMinor", 0);
        charge.put("currency", Json.need(input, "currency")).put("status", "pending");
        charge.put("description", Json.need(input, "description"));
        charge.put("statementDescriptor", Json.text(input, "statement_descriptor"));
        charge.putNull("failureCode").putNull("failureMessage").putNull("gatewayTransactionId");
        charge.putNull("receiptUrl").put("captured", false);
        charge.set("metadata", input.has("metadata") ? input.get("metadata") : Json.object());
        charge.put("createdAt", work.nowText()).put("_key", Json.text(input, "idempotency_key"));
        return mirror(work, charge, payment);
    }

    private static ObjectNode book(Work work, Card card, Verdict verdict, ObjectNode input) {
        String currency = Json.need(input, "currency");
        Movement moved = CardGateway.movement(card, verdict, Json.whole(input, "amount_minor"), currency);
        ObjectNode metadata = Json.object();
        Declined declined = CardGateway.refusal(verdict);
        if (declined != null) {
            return Books.fail(work, moved, declined, null, metadata);
        }
        return Json.yes(input, "capture")
                ? Books.record(work, moved, null, metadata)
                : Books.authorise(work, moved, null, metadata);
    }

    private static void refuseTwice(Work work, @Nullable String key) {
        if (key != null) {
            Query.of(CHARGE).where("_key", key).first(work.tx()).ifPresent(charge -> {
                throw Refusal.conflict("duplicate", "A charge with this idempotencyKey exists.")
                        .with("existingChargeId", Json.need(charge, "id"));
            });
        }
    }

    private static Reply capture(Call call, Resource charges) {
        ObjectNode charge = charges.found(call);
        ObjectNode payment = paymentOf(call.work(), charge);
        if (!Payments.promised(payment)) {
            throw Refusal.notNow(
                    "Only an authorised charge can be captured; this one is " + Json.text(charge, "status") + ".");
        }
        long promised = Json.whole(payment, "amount");
        long amount = call.input().has("amount_minor") ? Json.whole(call.input(), "amount_minor") : promised;
        if (amount > promised) {
            throw Refusal.invalid("amountMinor", "Only " + promised + " is authorised, not " + amount + ".");
        }
        Books.capture(call.work(), payment, amount);
        return charges.single(200, call, charges.found(call));
    }

    private static Reply refund(Call call, Resource charges) {
        ObjectNode charge = charges.found(call);
        ObjectNode payment = paymentOf(call.work(), charge);
        long left = Payments.refundable(payment);
        long amount = call.input().has("amount_minor") ? Json.whole(call.input(), "amount_minor") : left;
        if (left == 0 || amount > left) {
            throw Refusal.invalid("amountMinor", "Only " + left + " of this charge can be refunded.");
        }
        Books.giveBack(call.work(), payment, amount, false);
        return charges.single(200, call, charges.found(call));
    }

    /** Brings the charge of a payment, if it has one, up to the payment. */
    static void follow(Work work, ObjectNode payment) {
        ObjectNode charge = work.find(CHARGE, Json.need(payment, "id"));
        if (charge != null) {
            boolean had = Json.yes(charge, "captured");
            work.save(CHARGE, mirror(work, charge, payment));
            if (!had && Json.yes(charge, "captured")) {
                EventLog.write(work, "charge.captured", charge);
            }
        }
    }

    private static ObjectNode mirror(Work work, ObjectNode charge, ObjectNode payment) {
        String status = Json.need(payment, "status");
        charge.put("amountCapturedMinor", Json.whole(payment, "amount_captured"));
        charge.put("amountRefundedMinor", Json.whole(payment, "amount_refunded"));
        charge.put(
                "status",
                switch (status) {
                    case "authorized" -> "pending";
                    case "captured" -> "succeeded";
                    default -> status;
                });
        charge.put(
                "captured",
                List.of("captured", "succeeded", "partially_refunded", "refunded")
                        .contains(status));
        charge.put("gatewayTransactionId", Json.text(payment, "gateway_transaction_id"));
        charge.put("failureCode", Json.text(payment, "gateway_response_code"));
        charge.put("failureMessage", Json.text(payment, "gateway_response_text"));
        return charge.put("updatedAt", work.nowText());
    }

    private static ObjectNode paymentOf(Work work, ObjectNode charge) {
        ObjectNode payment = work.find(Payments.PAYMENT, Json.need(charge, "id"));
        if (payment == null) {
            throw new IllegalStateException("charge without a payment: " + Json.need(charge, "id"));
        }
        return payment;
    }
}
