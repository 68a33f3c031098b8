package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The method that could not be set up.
 *
 * @param id uuid
 * @param type card …
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SetupErrorMethod(
        @Nullable String id, @Nullable String type, Map<String, Object> extra) {

    static SetupErrorMethod read(Fields f) {
        return new SetupErrorMethod(f.text("id"), f.text("type"), f.extra());
    }

    static @Nullable SetupErrorMethod readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
