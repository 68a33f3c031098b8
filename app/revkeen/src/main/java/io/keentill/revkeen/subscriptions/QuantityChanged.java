package io.keentill.revkeen.subscriptions;

import io.keentill.revkeen.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a change of quantity led to (section B.24).
 *
 * @param subscription as it is now
 * @param proration as the API computes it; untyped there
 * @param previousQuantity before
 * @param invoiceCreated whether it was invoiced at once
 * @param extra members of the reply not named here, under their names on the wire
 */
public record QuantityChanged(
        Subscription subscription,
        @Nullable Object proration,
        @Nullable Long previousQuantity,
        boolean invoiceCreated,
        Map<String, Object> extra) {

    static QuantityChanged read(Fields f) {
        return new QuantityChanged(
                Subscription.read(f.needObject("subscription")),
                f.plain("proration"),
                f.number("previous_quantity"),
                f.flagOr("invoice_created", false),
                f.extra());
    }
}
