package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored bank account in the United States.
 *
 * @param bankName of the bank
 * @param last4 last four digits
 * @param routingNumberLast4 last four digits
 * @param accountType sort of account
 * @param extra members of the reply not named here, under their names on the wire
 */
public record BankAccount(
        @Nullable String bankName,
        String last4,
        @Nullable String routingNumberLast4,
        @Nullable OpenEnum<BankAccountType> accountType,
        Map<String, Object> extra) {

    static BankAccount read(Fields f) {
        return new BankAccount(
                f.text("bank_name"),
                f.textOr("last4", ""),
                f.text("routing_number_last4"),
                f.word("account_type", BankAccountType.class),
                f.extra());
    }

    static @Nullable BankAccount readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
