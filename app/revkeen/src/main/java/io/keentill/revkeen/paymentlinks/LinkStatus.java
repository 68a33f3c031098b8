package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a payment link is switched on.
 *
 * @param id uuid
 * @param status on, off or gone for good
 * @param statusChangedAt UTC
 * @param isActive whether it can be paid now
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record LinkStatus(
        String id,
        OpenEnum<LinkState> status,
        @Nullable Instant statusChangedAt,
        boolean isActive,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static LinkStatus read(Fields f) {
        return new LinkStatus(
                f.needText("id"),
                f.needWord("status", LinkState.class),
                f.time("status_changed_at"),
                f.flagOr("is_active", false),
                f.time("updated_at"),
                f.extra());
    }
}
