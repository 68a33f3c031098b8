package io.keentill.revkeen.refunds;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refund (section B.17). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param publicId ref_…, names it in paths, too
 * @param paymentId what is refunded
 * @param parentTransactionId the same, as a transaction
 * @param orderId null when it hangs on no order
 * @param gateway who carries it out
 * @param gatewayRefundId its id there
 * @param amountMinor given back
 * @param currency ISO 4217, in either letter case
 * @param reason why
 * @param reasonDetails more of it
 * @param status where it stands
 * @param failureReason why it failed, for people
 * @param failureCode why it failed, for programs
 * @param processedAt null until then
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Refund(
        String id,
        String publicId,
        String paymentId,
        @Nullable String parentTransactionId,
        @Nullable String orderId,
        @Nullable String gateway,
        @Nullable String gatewayRefundId,
        long amountMinor,
        String currency,
        @Nullable OpenEnum<RefundReason> reason,
        @Nullable String reasonDetails,
        OpenEnum<RefundStatus> status,
        @Nullable String failureReason,
        @Nullable String failureCode,
        @Nullable Instant processedAt,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static Refund read(Fields f) {
        return new Refund(
                f.needText("id"),
                f.textOr("public_id", ""),
                f.textOr("payment_id", ""),
                f.text("parent_transaction_id"),
                f.text("order_id"),
                f.text("gateway"),
                f.text("gateway_refund_id"),
                f.needNumber("amount_minor"),
                f.needText("currency"),
                f.word("reason", RefundReason.class),
                f.text("reason_details"),
                f.needWord("status", RefundStatus.class),
                f.text("failure_reason"),
                f.text("failure_code"),
                f.time("processed_at"),
                f.time("created_at"),
                f.extra());
    }
}
