package io.keentill.revkeen.checkout;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.Secret;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checkout session as it is made (section B.13). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param url where the customer pays
 * @param publicToken opens the page; not for logs
 * @param amountMinor to be paid
 * @param currency ISO 4217
 * @param customerId null until known
 * @param expiresAt UTC
 * @param allowedMethods the ways to pay
 * @param selectedMethod null until chosen
 * @param extra members of the reply not named here, under their names on the wire
 */
public record NewCheckoutSession(
        String id,
        @Nullable String url,
        @Nullable Secret publicToken,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable String customerId,
        @Nullable Instant expiresAt,
        List<OpenEnum<PaymentRail>> allowedMethods,
        @Nullable OpenEnum<PaymentRail> selectedMethod,
        Map<String, Object> extra) {

    static NewCheckoutSession read(Fields f) {
        return new NewCheckoutSession(
                f.needText("id"),
                f.text("url"),
                Secret.of(f.text("public_token")),
                f.number("amount_minor"),
                f.text("currency"),
                f.text("customer_id"),
                f.time("expires_at"),
                f.words("allowed_methods", PaymentRail.class),
                f.word("selected_method", PaymentRail.class),
                f.extra());
    }
}
