package io.keentill.revkeen.usage;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is counted (section B.25). The API leaves it untyped; these are the members of its samples and requests.
 *
 * @param id uuid
 * @param name for people
 * @param eventName of the events it counts
 * @param aggregation how they make one number
 * @param slug for programs
 * @param description for people
 * @param valueKey which metadata is added up
 * @param filterConditions which events count
 * @param uniqueCountKey which metadata is told apart
 * @param unitName for people
 * @param carryForward whether the number outlives its period
 * @param status whether it counts
 * @param alertThresholds percentages
 * @param metadata free
 * @param archivedAt null unless archived
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Meter(
        String id,
        String name,
        String eventName,
        @Nullable OpenEnum<Aggregation> aggregation,
        @Nullable String slug,
        @Nullable String description,
        @Nullable String valueKey,
        List<Map<String, Object>> filterConditions,
        @Nullable String uniqueCountKey,
        @Nullable String unitName,
        boolean carryForward,
        @Nullable OpenEnum<MeterStatus> status,
        List<BigDecimal> alertThresholds,
        Map<String, Object> metadata,
        @Nullable Instant archivedAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static Meter read(Fields f) {
        return new Meter(
                f.needText("id"),
                f.needText("name"),
                f.needText("event_name"),
                f.word("aggregation", Aggregation.class),
                f.text("slug"),
                f.text("description"),
                f.text("value_key"),
                f.list("filter_conditions", Fields::all),
                f.text("unique_count_key"),
                f.text("unit_name"),
                f.flagOr("carry_forward", false),
                f.word("status", MeterStatus.class),
                f.texts("alert_thresholds").stream().map(BigDecimal::new).toList(),
                f.map("metadata"),
                f.time("archived_at"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
