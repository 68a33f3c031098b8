package io.keentill.revkeen.setupintents;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a method could not be set up.
 *
 * @param code for programs
 * @param message for people
 * @param declineCode the issuer's word
 * @param paymentMethod which one
 * @param extra members of the reply not named here, under their names on the wire
 */
public record SetupError(
        @Nullable String code,
        @Nullable String message,
        @Nullable String declineCode,
        @Nullable SetupErrorMethod paymentMethod,
        Map<String, Object> extra) {

    static SetupError read(Fields f) {
        return new SetupError(
                f.text("code"),
                f.text("message"),
                f.text("decline_code"),
                SetupErrorMethod.readOrNull(f.object("payment_method")),
                f.extra());
    }

    static @Nullable SetupError readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
