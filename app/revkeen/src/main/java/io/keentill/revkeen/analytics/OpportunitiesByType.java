package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * Opportunities to win customers back, counted by type (section B.28).
 *
 * @param cancelledSubscription after a cancelled subscription
 * @param repeatAbandoner of those who abandon checkouts
 * @param lapsedCustomer of those who stay away
 * @param extra members of the reply not named here, under their names on the wire
 */
public record OpportunitiesByType(
        long cancelledSubscription, long repeatAbandoner, long lapsedCustomer, Map<String, Object> extra) {

    static OpportunitiesByType read(Fields f) {
        return new OpportunitiesByType(
                f.numberOr("cancelled_subscription", 0),
                f.numberOr("repeat_abandoner", 0),
                f.numberOr("lapsed_customer", 0),
                f.extra());
    }
}
