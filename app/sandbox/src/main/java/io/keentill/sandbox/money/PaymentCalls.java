package io.keentill.sandbox.money;

import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.whole;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.shop.Books;
import tools.jackson.databind.node.ObjectNode;

/** The calls for payments (API reference B.15): the read model of all money, and the end of an authorisation. */
final class PaymentCalls {
    private PaymentCalls() {}

    static Resource payments() {
        return Resource.of(Payments.PAYMENT, "/payments")
                .scopes("payments")
                .errors(ErrorShape.E1)
                .wrap(Resource.Wrap.BARE)
                .list(
                        Paging.P1,
                        Filter.equal("customer_id"),
                        Filter.equal("invoice_id"),
                        Filter.choice(
                                "status",
                                "pending",
                                "authorized",
                                "captured",
                                "succeeded",
                                "failed",
                                "voided",
                                "refunded",
                                "partially_refunded"),
                        Filter.choice("payment_channel", "card_present", "card_not_present", "bank_transfer", "manual"),
                        Filter.createdFrom(),
                        Filter.createdTo())
                .read()
                .action("capture", Shape.of(whole("amount", 1)), PaymentCalls::capture)
                .action("cancel", Shape.of(text("reason", 500)), PaymentCalls::cancel);
    }

    private static void capture(Call call, ObjectNode payment, ObjectNode input) {
        refuseUnlessPromised(payment, "captured");
        long promised = Json.whole(payment, "amount");
        long amount = input.has("amount") ? Json.whole(input, "amount") : promised;
        if (amount > promised) {
            throw Refusal.invalid("amount", "Only " + promised + " is authorised, not " + amount + ".");
        }
        Books.capture(call.work(), payment, amount);
    }

    private static void cancel(Call call, ObjectNode payment, ObjectNode input) {
        refuseUnlessPromised(payment, "canceled");
        payment.put("_cancel_reason", Json.text(input, "reason"));
        Payments.release(call.work(), payment);
    }

    private static void refuseUnlessPromised(ObjectNode payment, String what) {
        if (!Payments.promised(payment)) {
            String status = Json.yes(payment, "_void_on_its_way") ? "being voided" : Json.need(payment, "status");
            throw Refusal.notNow("Only an authorised payment can be " + what + "; this one is " + status + ".");
        }
    }
}
