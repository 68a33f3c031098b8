package io.keentill.revkeen.disputes;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cardholder's complaint (section B.20). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param publicId dsp_…, names it in paths, too
 * @param paymentId what is disputed
 * @param parentTransactionId the same, as a transaction
 * @param gateway who tells of it
 * @param gatewayDisputeId its id there
 * @param gatewayTransactionId the id there of what is disputed
 * @param amountMinor how much
 * @param currency ISO 4217, in either letter case
 * @param reasonCode why, for programs
 * @param reason why, for people
 * @param networkReasonCode the card network's code
 * @param networkReasonDescription the card network's words
 * @param customerName who complains
 * @param cardBrand of the card
 * @param cardLast4 of the card
 * @param evidenceDueBy until when evidence counts
 * @param evidenceSubmitted whether it was handed in
 * @param evidenceSubmittedAt null until then
 * @param status where it stands
 * @param resolution how it ended
 * @param resolvedAt null until then
 * @param disputedAt when it was raised
 * @param createdAt UTC
 * @param daysUntilDue whole days for evidence, below zero when over; null in lists
 * @param isOverdue whether they are over; null in lists
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Dispute(
        String id,
        String publicId,
        @Nullable String paymentId,
        @Nullable String parentTransactionId,
        @Nullable String gateway,
        @Nullable String gatewayDisputeId,
        @Nullable String gatewayTransactionId,
        long amountMinor,
        String currency,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String networkReasonCode,
        @Nullable String networkReasonDescription,
        @Nullable String customerName,
        @Nullable String cardBrand,
        @Nullable String cardLast4,
        @Nullable Instant evidenceDueBy,
        boolean evidenceSubmitted,
        @Nullable Instant evidenceSubmittedAt,
        OpenEnum<DisputeStatus> status,
        @Nullable OpenEnum<DisputeResolution> resolution,
        @Nullable Instant resolvedAt,
        @Nullable Instant disputedAt,
        @Nullable Instant createdAt,
        @Nullable Long daysUntilDue,
        @Nullable Boolean isOverdue,
        Map<String, Object> extra) {

    static Dispute read(Fields f) {
        return new Dispute(
                f.needText("id"),
                f.textOr("public_id", ""),
                f.text("payment_id"),
                f.text("parent_transaction_id"),
                f.text("gateway"),
                f.text("gateway_dispute_id"),
                f.text("gateway_transaction_id"),
                f.needNumber("amount_minor"),
                f.needText("currency"),
                f.text("reason_code"),
                f.text("reason"),
                f.text("network_reason_code"),
                f.text("network_reason_description"),
                f.text("customer_name"),
                f.text("card_brand"),
                f.text("card_last4"),
                f.time("evidence_due_by"),
                f.flagOr("evidence_submitted", false),
                f.time("evidence_submitted_at"),
                f.needWord("status", DisputeStatus.class),
                f.word("resolution", DisputeResolution.class),
                f.time("resolved_at"),
                f.time("disputed_at"),
                f.time("created_at"),
                f.number("days_until_due"),
                f.flag("is_overdue"),
                f.extra());
    }
}
