package io.keentill.revkeen.analytics;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer who might be won back (section B.28).
 *
 * @param id of the opportunity
 * @param customerId uuid
 * @param customerEmail as stored
 * @param opportunityType why
 * @param status how far it has come
 * @param potentialValueCents minor units
 * @param currency ISO 4217
 * @param previousPurchasesCents minor units
 * @param cancelReason as given
 * @param lastActivityAt when last seen
 * @param winbackEmailsSent how many
 * @param specialOfferCode an offer made
 * @param specialOfferDiscount what it takes off
 * @param createdAt when noticed
 * @param expiresAt when too late
 * @param extra members of the reply not named here, under their names on the wire
 */
public record WinbackOpportunity(
        String id,
        @Nullable String customerId,
        @Nullable String customerEmail,
        OpenEnum<OpportunityType> opportunityType,
        OpenEnum<OpportunityStatus> status,
        long potentialValueCents,
        @Nullable String currency,
        long previousPurchasesCents,
        @Nullable String cancelReason,
        @Nullable Instant lastActivityAt,
        long winbackEmailsSent,
        @Nullable String specialOfferCode,
        @Nullable BigDecimal specialOfferDiscount,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        Map<String, Object> extra) {

    static WinbackOpportunity read(Fields f) {
        return new WinbackOpportunity(
                f.needText("id"),
                f.text("customer_id"),
                f.text("customer_email"),
                f.needWord("opportunity_type", OpportunityType.class),
                f.needWord("status", OpportunityStatus.class),
                f.numberOr("potential_value_cents", 0),
                f.text("currency"),
                f.numberOr("previous_purchases_cents", 0),
                f.text("cancel_reason"),
                f.time("last_activity_at"),
                f.numberOr("winback_emails_sent", 0),
                f.text("special_offer_code"),
                f.decimal("special_offer_discount"),
                f.time("created_at"),
                f.time("expires_at"),
                f.extra());
    }
}
