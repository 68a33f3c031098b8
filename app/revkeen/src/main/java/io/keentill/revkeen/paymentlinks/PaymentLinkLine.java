package io.keentill.revkeen.paymentlinks;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a payment link.
 *
 * @param productId uuid, null for a product of this link alone
 * @param priceId uuid of a stored price
 * @param quantity pieces
 * @param merchantReference the merchant's own
 * @param isAdhoc whether its price belongs to this link alone
 * @param productDetails what is sold
 * @param extra members of the reply not named here, under their names on the wire
 */
public record PaymentLinkLine(
        @Nullable String productId,
        @Nullable String priceId,
        long quantity,
        @Nullable String merchantReference,
        boolean isAdhoc,
        @Nullable LinkProduct productDetails,
        Map<String, Object> extra) {

    static PaymentLinkLine read(Fields f) {
        return new PaymentLinkLine(
                f.text("product_id"),
                f.text("price_id"),
                f.numberOr("quantity", 1),
                f.text("merchant_reference"),
                f.flagOr("is_adhoc", false),
                LinkProduct.readOrNull(f.object("product_details")),
                f.extra());
    }
}
