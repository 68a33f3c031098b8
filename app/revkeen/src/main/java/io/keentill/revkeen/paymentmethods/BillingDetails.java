package io.keentill.revkeen.paymentmethods;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a payment method belongs to.
 *
 * @param name of the person
 * @param email of the person
 * @param phone free form
 * @param address null when unknown
 * @param extra members of the reply not named here, under their names on the wire
 */
public record BillingDetails(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address address,
        Map<String, Object> extra) {

    static BillingDetails read(Fields f) {
        return new BillingDetails(
                f.text("name"), f.text("email"), f.text("phone"), Address.readOrNull(f.object("address")), f.extra());
    }

    static @Nullable BillingDetails readOrNull(@Nullable Fields f) {
        return f == null ? null : read(f);
    }
}
