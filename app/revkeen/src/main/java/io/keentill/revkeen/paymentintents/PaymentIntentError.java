package io.keentill.revkeen.paymentintents;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the latest attempt of an intent failed.
 *
 * @param code for programs
 * @param message for people
 * @param declineCode the issuer's reason, when it was declined
 * @param paymentMethodId what was tried, null when unknown
 * @param paymentMethodType card or another kind
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentIntentError(
        @Nullable String code,
        @Nullable String message,
        @Nullable String declineCode,
        @Nullable String paymentMethodId,
        @Nullable String paymentMethodType,
        Map<String, Object> extra) {

    static @Nullable PaymentIntentError readOrNull(@Nullable Fields f) {
        if (f == null) {
            return null;
        }
        Fields method = f.object("payment_method");
        return new PaymentIntentError(
                f.text("code"),
                f.text("message"),
                f.text("decline_code"),
                method == null ? null : method.text("id"),
                method == null ? null : method.text("type"),
                f.extra());
    }
}
