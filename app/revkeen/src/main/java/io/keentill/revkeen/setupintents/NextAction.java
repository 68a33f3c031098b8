package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the customer is to do before a method can be used.
 *
 * @param type sort of action
 * @param redirectToUrl null unless a redirect
 * @param extra members of the reply not named here, under their names on the wire
 */
public record NextAction(
        OpenEnum<NextActionType> type, @Nullable Redirect redirectToUrl, Map<String, Object> extra) {

    static NextAction read(Fields f) {
        return new NextAction(
                f.needWord("type", NextActionType.class), Redirect.readOrNull(f.object("redirect_to_url")), f.extra());
    }

    static @Nullable NextAction readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
