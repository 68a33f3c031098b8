package io.keentill.sandbox.money;

import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import tools.jackson.databind.node.ObjectNode;

/**
 * Attempts at payments (API reference B.21), here those on the page of a checkout session: which payment each became.
 */
public final class PaymentAttempts {
    private static final String ATTEMPT = "payment_attempt";

    private static final String[] NOT_HERE = {
        "subscription_id",
        "billing_run_id",
        "customer_action",
        "merchant_action",
        "subscription_directive",
        "safe_customer_message_key",
        "decline_type",
        "max_retry_attempts",
        "next_retry_at"
    };

    private PaymentAttempts() {}

    /** Attempts: list, read. */
    static Resource attempts() {
        return Resource.of(ATTEMPT, "/payment-attempts")
                .scopes("payments")
                .errors(ErrorShape.E4)
                .wrap(Resource.Wrap.DATA)
                .list(
                        Paging.P14_ATTEMPTS,
                        Filter.equal("gateway"),
                        Filter.equal("category"),
                        Filter.equal("subscription_id"),
                        Filter.madeAfter("start_date"),
                        Filter.madeBefore("end_date"))
                .read();
    }

    /**
     * Writes down what was tried on a session's page.
     *
     * @param payment that it became, succeeded or failed
     */
    public static void made(Work work, String session, ObjectNode payment) {
        boolean approved = Payments.is(payment, "succeeded");
        ObjectNode attempt = Json.object().put("id", work.ids().uuid());
        attempt.put("public_id", work.ids().prefixed("payatt_")).put("gateway_order_id", session);
        Json.copy(payment, attempt, "gateway_transaction_id");
        attempt.put("payment_id", Json.need(payment, "id")).put("checkout_session_id", session);
        Json.copy(payment, attempt, "invoice_id", "gateway", "currency");
        attempt.put("gateway_code", Json.text(payment, "gateway_response_code"))
                .put("gateway_message", Json.text(payment, "gateway_response_text"));
        attempt.put("category", approved ? "approved" : Json.text(payment, "gateway_response_code"));
        attempt.put("severity", approved ? "info" : "warn")
                .put("retryability", approved ? "do_not_retry" : "retry_now");
        attempt.put("attempt_status", approved ? "succeeded" : "failed");
        attempt.put("amount_cents", Json.whole(payment, "amount"));
        attempt.put("payment_method_last4", Json.text(payment, "card_last_four"));
        attempt.put("payment_method_brand", Json.text(payment, "card_brand"));
        attempt.put("attempt_number", 1).put("retry_attempt_number", 0);
        attempt.put("is_scheduled_retry", false).put("is_manual_retry", false);
        for (String member : NOT_HERE) {
            attempt.putNull(member);
        }
        attempt.put("created_at", work.nowText()).put("updated_at", work.nowText());
        work.insert(ATTEMPT, attempt);
    }
}
