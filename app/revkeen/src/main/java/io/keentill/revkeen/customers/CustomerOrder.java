package io.keentill.revkeen.customers;

import io.keentill.revkeen.OpenEnum;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.orders.OrderStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order in a customer's list (section B.8).
 *
 * @param id uuid
 * @param publicId what people may see
 * @param customerId whose order
 * @param status see C.1
 * @param totalMinor minor units of the currency
 * @param currency ISO 4217
 * @param fulfilledAt null until fulfilled
 * @param canceledAt null unless canceled
 * @param createdAt UTC
 * @param updatedAt UTC
 * @param extra members of the reply not named here, under their names on the wire
 */
public record CustomerOrder(
        String id,
        String publicId,
        String customerId,
        OpenEnum<OrderStatus> status,
        long totalMinor,
        String currency,
        @Nullable Instant fulfilledAt,
        @Nullable Instant canceledAt,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, Object> extra) {

    static CustomerOrder read(Fields f) {
        return new CustomerOrder(
                f.needText("id"),
                f.textOr("public_id", ""),
                f.textOr("customer_id", ""),
                f.needWord("status", OrderStatus.class),
                f.needNumber("total_minor"),
                f.textOr("currency", ""),
                f.time("fulfilled_at"),
                f.time("canceled_at"),
                f.time("created_at"),
                f.time("updated_at"),
                f.extra());
    }
}
