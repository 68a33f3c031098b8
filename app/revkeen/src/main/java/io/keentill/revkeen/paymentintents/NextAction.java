package io.keentill.revkeen.paymentintents;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the payer has to do before an intent goes on.
 *
 * @param type which kind of step
 * @param url where to send the payer, for a redirect
 * @param returnUrl where the payer comes back to
 * @param extra members of the reply not named here, under their names on the wire
 */
public record NextAction(
        OpenEnum<NextActionType> type,
        @Nullable String url,
        @Nullable String returnUrl,
        Map<String, Object> extra) {

    static @Nullable NextAction readOrNull(@Nullable Fields f) {
        if (f == null) {
            return null;
        }
        Fields redirect = f.object("redirect_to_url");
        return new NextAction(
                f.needWord("type", NextActionType.class),
                redirect == null ? null : redirect.text("url"),
                redirect == null ? null : redirect.text("return_url"),
                f.extra());
    }
}
