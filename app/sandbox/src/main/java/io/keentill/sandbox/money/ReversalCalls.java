package io.keentill.sandbox.money;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.uuid;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Controls;
import io.keentill.sandbox.api.Endpoint;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The calls for refunds and voids (API reference B.17). They act on payments, never on terminal payments. */
final class ReversalCalls {
    private static final String[] REASONS = {
        "customer_request",
        "duplicate",
        "fraudulent",
        "product_not_received",
        "product_unacceptable",
        "subscription_canceled",
        "other"
    };

    private static final Shape NEW_REFUND = Shape.of(
            uuid("payment_id").must(),
            whole("amount_minor", 1),
            choice("reason", REASONS),
            text("reason_details", 500));

    private static final Shape NEW_VOID = Shape.of(
            uuid("payment_id").must(),
            text("reason", 500),
            choice("reason_code", "customer_request", "duplicate", "fraudulent", "error", "other"));

    private static final Shape END = Shape.of(
            choice("status", "failed", "canceled").or("failed"),
            text("failure_code", 100).or("processor_error"),
            text("failure_reason", 500).or("The gateway refused."));

    private ReversalCalls() {}

    static Resource refunds() {
        Resource refunds =
                Resource.of(Reversals.REFUND, "/refunds").scopes("refunds").publicIds();
        return refunds.list(
                        Paging.P9,
                        Filter.choice("status", "pending", "processing", "succeeded", "failed", "canceled"),
                        Filter.equal("payment_id"),
                        Filter.equal("gateway"),
                        Filter.choice("reason", REASONS),
                        Filter.madeAfter("created_after"),
                        Filter.madeBefore("created_before"))
                .read()
                .endpoint("POST", "/refunds", NEW_REFUND, call -> refunds.single(201, call, refund(call)));
    }

    static Resource voids() {
        Resource voids = Resource.of(Reversals.VOID, "/voids").scopes("voids").publicIds();
        return voids.list(
                        Paging.P9,
                        Filter.choice("status", "pending", "processing", "succeeded", "failed"),
                        Filter.equal("payment_id"),
                        Filter.equal("gateway"),
                        Filter.madeAfter("created_after"),
                        Filter.madeBefore("created_before"))
                .read()
                .endpoint("POST", "/voids", NEW_VOID, call -> voids.single(201, call, undo(call)));
    }

    /** Ends a refund or void on its way as a gateway would that cannot do it. */
    static List<Endpoint> controls() {
        return List.of(
                Controls.control("POST", "/refunds/{id}/end", END, call -> end(call, refunds(), false)),
                Controls.control("POST", "/voids/{id}/end", END, call -> end(call, voids(), true)));
    }

    private static Reply end(Call call, Resource records, boolean voided) {
        ObjectNode record = records.found(call);
        String status = Json.need(call.input(), "status");
        if (voided && status.equals("canceled")) {
            throw Refusal.invalid("status", "A void can fail, not be canceled.");
        }
        String code = Json.need(call.input(), "failure_code");
        Reversals.end(call.work(), record, voided, status, code, Json.need(call.input(), "failure_reason"));
        return records.single(200, call, record);
    }

    private static ObjectNode refund(Call call) {
        ObjectNode payment = payment(call);
        if (!Json.has(payment, "gateway")) {
            throw Refusal.invalid(
                    "payment_id", "This payment was recorded by hand; refund its invoice or issue a credit note.");
        }
        long left = Payments.refundable(payment);
        if (left == 0) {
            throw Refusal.invalid(
                    "payment_id",
                    "Nothing of this payment, which is " + Json.text(payment, "status") + ", can be refunded.");
        }
        long amount = call.input().has("amount_minor") ? Json.whole(call.input(), "amount_minor") : left;
        if (amount > left) {
            throw Refusal.invalid("amount_minor", "Only " + left + " of this payment can be refunded.");
        }
        return Reversals.refund(call.work(), payment, amount, call.input());
    }

    private static ObjectNode undo(Call call) {
        ObjectNode payment = payment(call);
        boolean promised = Payments.promised(payment);
        long captured = Json.whole(payment, "amount_captured");
        boolean whole = captured > 0 && Payments.refundable(payment) == captured;
        if (!Json.has(payment, "gateway") || !(promised || whole)) {
            throw Refusal.invalid(
                    "payment_id",
                    "Only a whole, unreversed gateway payment can be voided; this one is "
                            + Json.text(payment, "status") + ".");
        }
        if (Settlement.settled(payment, call.work().now())) {
            throw Refusal.invalid("payment_id", "This payment has settled; refund it instead.");
        }
        return Reversals.undo(call.work(), payment, call.input());
    }

    private static ObjectNode payment(Call call) {
        String id = Json.need(call.input(), "payment_id");
        ObjectNode payment = call.work().find(Payments.PAYMENT, id);
        if (payment == null) {
            throw Refusal.invalid("payment_id", "No such payment: " + id + ".");
        }
        return payment;
    }
}
