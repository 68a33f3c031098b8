package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.data.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conditions under which an event counts for a meter. The API reference leaves their form open; here a condition is
 * {@code {property, operator, value}} on the event's metadata ({@code key} and {@code field} are read as
 * {@code property}, a missing operator is {@code eq}), and all conditions must hold.
 */
final class MeterFilter {
    private static final List<String> NAMES = List.of("property", "key", "field");
    private static final List<String> OPERATORS =
            List.of("eq", "neq", "gt", "gte", "lt", "lte", "in", "not_in", "contains", "exists");

    private MeterFilter() {}

    /** Refuses conditions that this meter could never decide. */
    static void check(@Nullable JsonNode conditions) {
        if (conditions == null) {
            return;
        }
        for (JsonNode condition : conditions) {
            if (property(condition) == null) {
                throw Refusal.invalid(
                        "filter_conditions", "A filter condition needs property, the metadata key that it looks at.");
            }
            if (!OPERATORS.contains(operator(condition))) {
                throw Refusal.invalid(
                        "filter_conditions",
                        "operator of a filter condition must be one of " + String.join(", ", OPERATORS) + ".");
            }
        }
    }

    /** Whether an event with this metadata counts for {@code meter}. */
    static boolean passes(ObjectNode meter, JsonNode metadata) {
        for (JsonNode condition : meter.path("filter_conditions")) {
            JsonNode actual = metadata.path(String.valueOf(property(condition)));
            if (!holds(operator(condition), actual, condition.path("value"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String operator, JsonNode actual, JsonNode wanted) {
        boolean there = !actual.isMissingNode() && !actual.isNull();
        return switch (operator) {
            case "eq" -> there && same(actual, wanted);
            case "neq" -> !there || !same(actual, wanted);
            case "in" -> there && among(actual, wanted);
            case "not_in" -> !there || !among(actual, wanted);
            case "contains" -> there && actual.asString().contains(wanted.asString());
            case "exists" -> there != (wanted.isBoolean() && !wanted.booleanValue());
            default -> ordered(operator, Numbers.of(actual), Numbers.of(wanted));
        };
    }

    private static boolean ordered(String operator, @Nullable BigDecimal actual, @Nullable BigDecimal wanted) {
        if (actual == null || wanted == null) {
            return false;
        }
        int order = actual.compareTo(wanted);
        return switch (operator) {
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private static boolean among(JsonNode actual, JsonNode wanted) {
        for (JsonNode one : wanted) {
            if (same(actual, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(JsonNode actual, JsonNode wanted) {
        BigDecimal one = Numbers.of(actual);
        BigDecimal other = Numbers.of(wanted);
        if (one == null || other == null) {
            return actual.equals(wanted);
        }
        return one.compareTo(other) == 0;
    }

    private static @Nullable String property(JsonNode condition) {
        return NAMES.stream()
                .map(name -> Json.text(condition, name))
                .filter(name -> name != null && !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String operator(JsonNode condition) {
        String operator = Json.text(condition, "operator");
        return operator == null ? "eq" : operator;
    }
}
