package io.keentill.sandbox.money;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Payment methods as the gateway keeps them (API reference B.9). The API itself has no call that makes one. */
public final class StoredMethods {
    /** The kind of stored payment methods. */
    public static final String METHOD = "payment_method";

    private StoredMethods() {}

    /** Stores a test card for a customer (null: nobody's yet); a customer's first one is their default. */
    public static ObjectNode store(
            Work work, @Nullable String customerId, TestCard card, int expiryMonth, int expiryYear) {
        ObjectNode method = work.draft(METHOD).put("public_id", work.ids().prefixed("pm_"));
        method.put("type", "card").put("status", "active").put("customer_id", customerId);
        method.put("is_default", customerId != null && usual(work, customerId) == null);
        ObjectNode shown = method.putObject("card").put("brand", TestCard.BRAND).put("last4", card.lastFour());
        shown.put("exp_month", expiryMonth).put("exp_year", expiryYear).put("funding", "credit");
        method.putNull("us_bank_account");
        ObjectNode billing = method.putObject("billing_details");
        billing.putNull("name").putNull("email").putNull("phone").putNull("address");
        method.set("metadata", Json.object());
        method.put("created_at", work.nowText()).put("updated_at", work.nowText());
        work.insert(METHOD, method.put("_behaviour", card.word()));
        return method;
    }

    /** The method with this id or public id, or null. */
    public static @Nullable ObjectNode find(Work work, String id) {
        ObjectNode method = work.find(METHOD, id);
        return method == null
                ? Query.of(METHOD).where("public_id", id).first(work.tx()).orElse(null)
                : method;
    }

    /** The customer's default method, else the newest active one, or null. */
    public static @Nullable ObjectNode usual(Work work, String customerId) {
        Query active = Query.of(METHOD).where("customer_id", customerId).where("status", "active");
        var all = active.all(work.tx());
        return all.stream()
                .filter(method -> Json.yes(method, "is_default"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(null);
    }
}
