package io.keentill.revkeen.analytics;

import io.keentill.revkeen.json.Fields;
import java.util.Map;

/**
 * Unpaid invoices of one age (section B.28).
 *
 * @param label the age, such as {@code 1-30}
 * @param count how many invoices
 * @param totalMinor what they come to, in minor units
 * @param extra members of the reply not named here, under their names on the wire
 */
public record AgingBucket(String label, long count, long totalMinor, Map<String, Object> extra) {

    static AgingBucket read(Fields f) {
        return new AgingBucket(f.needText("label"), f.needNumber("count"), f.needNumber("total_minor"), f.extra());
    }
}
