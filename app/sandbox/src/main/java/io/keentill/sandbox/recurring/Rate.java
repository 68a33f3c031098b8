package io.keentill.sandbox.recurring;

import io.keentill.sandbox.data.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a quantity costs at a meter price (API reference B.25). Amounts are exact until the end and rounded once, half
 * up, to the minor unit. A quantity of zero costs nothing, not even a flat fee.
 *
 * @param model per_unit, graduated, volume or package
 * @param unit minor units per unit, or per package
 * @param flat minor units once
 * @param packageSize units in a package
 * @param unitCost what a unit costs the merchant, null when unknown
 * @param tiers ascending, the last without an end
 */
record Rate(
        String model,
        long unit,
        long flat,
        long packageSize,
        @Nullable BigDecimal unitCost,
        List<Tier> tiers) {

    /**
     * A step of a tiered price: the units above the tier before it, up to and including its last.
     *
     * @param last null for the last tier
     * @param unit minor units per unit
     * @param flat minor units once when the tier is reached
     */
    record Tier(@Nullable BigDecimal last, long unit, long flat) {}

    /** The rate of a stored meter price. */
    static Rate of(ObjectNode price) {
        List<Tier> tiers = new ArrayList<>();
        for (JsonNode tier : price.path("tiers")) {
            tiers.add(new Tier(
                    Json.has(tier, "last_unit") ? tier.get("last_unit").decimalValue() : null,
                    Json.whole(tier, "unit_amount_minor"),
                    Json.whole(tier, "flat_amount_minor")));
        }
        JsonNode cost = price.path("cost_per_unit_minor");
        return new Rate(
                Json.need(price, "pricing_model"),
                Json.whole(price, "unit_amount_minor"),
                Json.whole(price, "flat_fee_minor"),
                Math.max(1, Json.whole(price, "package_size")),
                cost.isNumber() ? cost.decimalValue() : null,
                tiers);
    }

    /** The price of {@code quantity} in minor units; nothing for a quantity of zero or less. */
    long charge(BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            return 0;
        }
        BigDecimal amount = switch (model) {
            case "graduated" -> graduated(quantity);
            case "volume" -> volume(quantity);
            case "package" -> packages(quantity).multiply(BigDecimal.valueOf(unit));
            default -> quantity.multiply(BigDecimal.valueOf(unit));
        };
        return minor(amount.add(BigDecimal.valueOf(flat)));
    }

    /** What {@code quantity} costs the merchant, null when the price does not say. */
    @Nullable
    Long cost(BigDecimal quantity) {
        return unitCost == null ? null : minor(quantity.max(BigDecimal.ZERO).multiply(unitCost));
    }

    /** The units that cost nothing because the first tiers are free. */
    BigDecimal included() {
        BigDecimal free = BigDecimal.ZERO;
        if (!model.equals("graduated")) {
            return free;
        }
        for (Tier tier : tiers) {
            if (tier.last() == null || tier.unit() != 0 || tier.flat() != 0) {
                break;
            }
            free = tier.last();
        }
        return free;
    }

    private BigDecimal graduated(BigDecimal quantity) {
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (Tier tier : tiers) {
            BigDecimal upper = tier.last() == null ? quantity : quantity.min(tier.last());
            BigDecimal inside = upper.subtract(below);
            if (inside.signum() <= 0) {
                break;
            }
            amount = amount.add(cost(tier, inside));
            below = upper;
        }
        return amount;
    }

    private BigDecimal volume(BigDecimal quantity) {
        for (Tier tier : tiers) {
            if (tier.last() == null || quantity.compareTo(tier.last()) <= 0) {
                return cost(tier, quantity);
            }
        }
        throw new IllegalStateException("the last tier has an end");
    }

    private BigDecimal packages(BigDecimal quantity) {
        return quantity.divide(BigDecimal.valueOf(packageSize), 0, RoundingMode.CEILING);
    }

    private static BigDecimal cost(Tier tier, BigDecimal units) {
        return units.multiply(BigDecimal.valueOf(tier.unit())).add(BigDecimal.valueOf(tier.flat()));
    }

    /** Rounded half up; no amount goes beyond {@link Numbers#MOST}. */
    private static long minor(BigDecimal amount) {
        return amount.min(BigDecimal.valueOf(Numbers.MOST))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
