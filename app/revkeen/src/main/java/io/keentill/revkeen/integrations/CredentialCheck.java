package io.keentill.revkeen.integrations;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether credentials work (section B.31).
 *
 * @param valid whether they do
 * @param error why not
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CredentialCheck(boolean valid, @Nullable String error, Map<String, Object> extra) {

    static CredentialCheck read(Fields f) {
        return new CredentialCheck(f.flagOr("valid", false), f.text("error"), f.extra());
    }
}
