package io.keentill.revkeen.disputes;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dispute that waits for an answer. Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param publicId dsp_…
 * @param paymentId what is disputed
 * @param parentTransactionId the same, as a transaction
 * @param gateway who tells of it
 * @param amountMinor how much
 * @param currency ISO 4217, in either letter case
 * @param reason why
 * @param customerName who complains
 * @param cardBrand of the card
 * @param cardLast4 of the card
 * @param evidenceDueBy until when evidence counts
 * @param daysUntilDue whole days for evidence, below zero when over
 * @param isOverdue whether they are over
 * @param disputedAt when it was raised
 * @param extra members of the reply not named here, under their names on the wire
 */
public record OpenDispute(
        String id,
        String publicId,
        @Nullable String paymentId,
        @Nullable String parentTransactionId,
        @Nullable String gateway,
        long amountMinor,
        String currency,
        @Nullable String reason,
        @Nullable String customerName,
        @Nullable String cardBrand,
        @Nullable String cardLast4,
        @Nullable Instant evidenceDueBy,
        @Nullable Long daysUntilDue,
        boolean isOverdue,
        @Nullable Instant disputedAt,
        Map<String, Object> extra) {

    static OpenDispute read(Fields f) {
        return new OpenDispute(
                f.needText("id"),
                f.textOr("public_id", ""),
                f.text("payment_id"),
                f.text("parent_transaction_id"),
                f.text("gateway"),
                f.needNumber("amount_minor"),
                f.needText("currency"),
                f.text("reason"),
                f.text("customer_name"),
                f.text("card_brand"),
                f.text("card_last4"),
                f.time("evidence_due_by"),
                f.number("days_until_due"),
                f.flagOr("is_overdue", false),
                f.time("disputed_at"),
                f.extra());
    }
}
