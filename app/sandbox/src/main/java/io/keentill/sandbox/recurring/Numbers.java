package io.keentill.sandbox.recurring;

import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Quantities as JSON: whole when they are whole, never in exponent form. */
final class Numbers {
    private Numbers() {}

    static void put(ObjectNode node, String field, BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
            node.put(field, plain.longValueExact());
        } else {
            node.put(field, plain);
        }
    }
}
