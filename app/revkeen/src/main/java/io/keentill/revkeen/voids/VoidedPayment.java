package io.keentill.revkeen.voids;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The undoing of a payment before it settled (section B.17); always of the whole amount.
 *
 * @param id uuid
 * @param publicId void_…, names it in paths, too
 * @param paymentId what is undone
 * @param parentTransactionId the same, as a transaction
 * @param orderId null when it hangs on no order
 * @param gateway who carries it out
 * @param gatewayVoidId its id there
 * @param amountMinor the whole payment, in minor units of {@code currency}
 * @param currency ISO 4217, in either letter case
 * @param reason free
 * @param reasonCode why
 * @param status where it stands
 * @param failureReason why it failed, for people
 * @param failureCode why it failed, for programs
 * @param voidedAt null until then
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record VoidedPayment(
        String id,
        String publicId,
        String paymentId,
        @Nullable String parentTransactionId,
        @Nullable String orderId,
        @Nullable String gateway,
        @Nullable String gatewayVoidId,
        long amountMinor,
        String currency,
        @Nullable String reason,
        @Nullable OpenEnum<VoidReason> reasonCode,
        OpenEnum<VoidStatus> status,
        @Nullable String failureReason,
        @Nullable String failureCode,
        @Nullable Instant voidedAt,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static VoidedPayment read(Fields f) {
        return new VoidedPayment(
                f.needText("id"),
                f.textOr("public_id", ""),
                f.textOr("payment_id", ""),
                f.text("parent_transaction_id"),
                f.text("order_id"),
                f.text("gateway"),
                f.text("gateway_void_id"),
                f.needNumber("amount_minor"),
                f.needText("currency"),
                f.text("reason"),
                f.word("reason_code", VoidReason.class),
                f.needWord("status", VoidStatus.class),
                f.text("failure_reason"),
                f.text("failure_code"),
                f.time("voided_at"),
                f.time("created_at"),
                f.extra());
    }
}
