package io.keentill.revkeen.automations;

import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a run (section B.30).
 *
 * @param id of the step
 * @param stepIndex its place
 * @param stepType not published
 * @param name what it is called
 * @param status not published
 * @param startedAt UTC; null before
 * @param completedAt UTC; null before
 * @param extra members of the reply not named here, under their names on the wire
 */
public record RunStep(
        String id,
        long stepIndex,
        @Nullable String stepType,
        @Nullable String name,
        @Nullable String status,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        Map<String, Object> extra) {

    static RunStep read(Fields f) {
        return new RunStep(
                f.needText("id"),
                f.numberOr("step_index", 0),
                f.text("step_type"),
                f.text("name"),
                f.text("status"),
                f.time("started_at"),
                f.time("completed_at"),
                f.extra());
    }
}
