package io.keentill.revkeen.checkout;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checkout session (section B.13). Amounts in minor units of {@code currency}.
 *
 * @param id uuid
 * @param status where it stands
 * @param mode what it is for
 * @param amountTotal to be paid
 * @param currency ISO 4217
 * @param customerId null until known
 * @param paymentIntentId the intent behind it
 * @param invoiceId the invoice that it pays
 * @param subscriptionId the subscription that it starts
 * @param url where the customer pays
 * @param successUrl where a paid customer goes
 * @param cancelUrl where one who gives up goes
 * @param expiresAt UTC
 * @param createdAt UTC
 * @param allowedMethods the ways to pay
 * @param selectedMethod null until chosen
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CheckoutSession(
        String id,
        OpenEnum<CheckoutStatus> status,
        @Nullable String mode,
        @Nullable Long amountTotal,
        @Nullable String currency,
        @Nullable String customerId,
        @Nullable String paymentIntentId,
        @Nullable String invoiceId,
        @Nullable String subscriptionId,
        @Nullable String url,
        @Nullable String successUrl,
        @Nullable String cancelUrl,
        @Nullable Instant expiresAt,
        @Nullable Instant createdAt,
        List<OpenEnum<PaymentRail>> allowedMethods,
        @Nullable OpenEnum<PaymentRail> selectedMethod,
        Map<String, Object> extra) {

    static CheckoutSession read(Fields f) {
        return new CheckoutSession(
                f.needText("id"),
                f.needWord("status", CheckoutStatus.class),
                f.text("mode"),
                f.number("amount_total"),
                f.text("currency"),
                f.text("customer_id"),
                f.text("payment_intent_id"),
                f.text("invoice_id"),
                f.text("subscription_id"),
                f.text("url"),
                f.text("success_url"),
                f.text("cancel_url"),
                f.time("expires_at"),
                f.time("created_at"),
                f.words("allowed_methods", PaymentRail.class),
                f.word("selected_method", PaymentRail.class),
                f.extra());
    }
}
