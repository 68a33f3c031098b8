package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the customer is to go.
 *
 * @param url to open
 * @param returnUrl where they come back
 * @param extra members of the reply not named here, under their names on the wire
 */
public record Redirect(@Nullable String url, @Nullable String returnUrl, Map<String, Object> extra) {

    static Redirect read(Fields f) {
        return new Redirect(f.text("url"), f.text("return_url"), f.extra());
    }

    static @Nullable Redirect readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
