package io.keentill.revkeen.payouts;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One movement in a payout.
 *
 * @param id uuid
 * @param publicId what people may see
 * @param amountMinor minor units of {@code currency}, below zero for what went back
 * @param currency ISO 4217, in either letter case
 * @param status where it stands
 * @param kind sale, refund, …
 * @param paidAt null until then
 * @param createdAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PayoutPayment(
        String id,
        @Nullable String publicId,
        long amountMinor,
        String currency,
        @Nullable String status,
        @Nullable String kind,
        @Nullable Instant paidAt,
        @Nullable Instant createdAt,
        Map<String, Object> extra) {

    static PayoutPayment read(Fields f) {
        return new PayoutPayment(
                f.needText("id"),
                f.text("public_id"),
                f.needNumber("amount_minor"),
                f.needText("currency"),
                f.text("status"),
                f.text("kind"),
                f.time("paid_at"),
                f.time("created_at"),
                f.extra());
    }
}
