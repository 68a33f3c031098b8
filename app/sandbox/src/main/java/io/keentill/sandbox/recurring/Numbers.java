package io.keentill.sandbox.recurring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Quantities as JSON: whole when they are whole. What is beyond any real use is no quantity. */
final class Numbers {
    /** The largest quantity and the largest amount in minor units that anything is worked out with. */
    static final long MOST = 1_000_000_000_000_000L;

    private Numbers() {}

    /** The number in {@code node}; null when it holds none or one beyond {@link #MOST}. */
    static @Nullable BigDecimal of(JsonNode node) {
        if (!node.isNumber()) {
            return null;
        }
        if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            return null;
        }
        BigDecimal exact = node.decimalValue();
        return exact.abs().compareTo(BigDecimal.valueOf(MOST)) > 0 ? null : exact;
    }

    static void put(ObjectNode node, String field, BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
            node.put(field, plain.longValueExact());
        } else {
            node.put(field, plain);
        }
    }
}
