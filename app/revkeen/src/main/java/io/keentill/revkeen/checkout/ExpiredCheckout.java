package io.keentill.revkeen.checkout;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a session that was ended.
 *
 * @param id uuid
 * @param status expired
 * @param expiredAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record ExpiredCheckout(
        String id,
        OpenEnum<CheckoutStatus> status,
        @Nullable Instant expiredAt,
        Map<String, Object> extra) {

    static ExpiredCheckout read(Fields f) {
        return new ExpiredCheckout(
                f.needText("id"), f.needWord("status", CheckoutStatus.class), f.time("expired_at"), f.extra());
    }
}
