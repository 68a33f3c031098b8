package io.keentill.revkeen.analytics;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Abandoned checkouts of one status and severity (section B.28).
 *
 * @param status of all of them
 * @param severity of all of them
 * @param alertCount how many
 * @param totalCartValueCents minor units
 * @param avgCartValueCents minor units
 * @param recoveryEmailsSent how many
 * @param recoveredCount how many came back
 * @param extra members of the reply not named here, under their names on the wire
 */
public record AbandonmentGroup(
        OpenEnum<AbandonmentStatus> status,
        OpenEnum<AbandonmentSeverity> severity,
        long alertCount,
        long totalCartValueCents,
        @Nullable BigDecimal avgCartValueCents,
        long recoveryEmailsSent,
        long recoveredCount,
        Map<String, Object> extra) {

    static AbandonmentGroup read(Fields f) {
        return new AbandonmentGroup(
                f.needWord("status", AbandonmentStatus.class),
                f.needWord("severity", AbandonmentSeverity.class),
                f.numberOr("alert_count", 0),
                f.numberOr("total_cart_value_cents", 0),
                f.decimal("avg_cart_value_cents"),
                f.numberOr("recovery_emails_sent", 0),
                f.numberOr("recovered_count", 0),
                f.extra());
    }
}
