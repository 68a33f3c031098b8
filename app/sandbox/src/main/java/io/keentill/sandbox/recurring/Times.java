package io.keentill.sandbox.recurring;

import io.keentill.sandbox.api.FieldCheck;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Moments in objects: ISO 8601 UTC with milliseconds at most. */
final class Times {
    private Times() {}

    /** The API's form of a moment. */
    static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The moment in a field, null when there is none. */
    static @Nullable Instant of(JsonNode object, String field) {
        String text = Json.text(object, field);
        return text == null ? null : FieldCheck.moment(text);
    }

    /** The moment in a field that is always there. */
    static Instant need(JsonNode object, String field) {
        return FieldCheck.moment(Json.need(object, field));
    }

    /** Work that no request caused, at the moment it was due. */
    static Work at(Work work, Instant moment) {
        return Work.own(work.tx(), moment, work.ids());
    }
}
