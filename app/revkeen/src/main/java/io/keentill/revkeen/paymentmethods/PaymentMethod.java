package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored payment method (section B.9).
 *
 * @param id uuid
 * @param publicId {@code pm_…}
 * @param type card or bank account
 * @param status inactive once detached
 * @param customerId whose method
 * @param isDefault whether it is charged unless another is named
 * @param card null unless a card
 * @param usBankAccount null unless one
 * @param billingDetails whose it is
 * @param metadata free
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentMethod(
        String id,
        @Nullable String publicId,
        OpenEnum<PaymentMethodType> type,
        OpenEnum<PaymentMethodStatus> status,
        @Nullable String customerId,
        boolean isDefault,
        @Nullable Card card,
        @Nullable BankAccount usBankAccount,
        @Nullable BillingDetails billingDetails,
        Map<String, Object> metadata,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    /** For the resource classes. */
    public static PaymentMethod read(Fields f) {
        return new PaymentMethod(
                f.needText("id"),
                f.text("public_id"),
                f.needWord("type", PaymentMethodType.class),
                f.needWord("status", PaymentMethodStatus.class),
                f.text("customer_id"),
                f.flagOr("is_default", false),
                Card.readOrNull(f.object("card")),
                BankAccount.readOrNull(f.object("us_bank_account")),
                BillingDetails.readOrNull(f.object("billing_details")),
                f.map("metadata"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
