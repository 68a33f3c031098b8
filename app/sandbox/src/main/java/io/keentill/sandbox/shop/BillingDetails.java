package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whose payment method it is, as its bank knows them: all keys are always there. */
final class BillingDetails {
    private static final String[] FIELDS = {"name", "email", "phone"};
    private static final String[] PLACE = {"line1", "line2", "city", "state", "postal_code", "country"};

    private static final Shape ADDRESS = Shape.of(
            Field.text("line1", 255).orNull(),
            Field.text("line2", 255).orNull(),
            Field.text("city", 255).orNull(),
            Field.text("state", 255).orNull(),
            Field.text("postal_code", 50).orNull(),
            Field.text("country", 2).orNull());

    private static final Shape SENT = Shape.of(
            Field.text("name", 255).orNull(),
            Field.text("email", 320).orNull(),
            Field.text("phone", 50).orNull(),
            Field.map("address").orNull());

    private BillingDetails() {}

    /** Nobody. */
    static ObjectNode none() {
        ObjectNode details = Json.object();
        for (String field : FIELDS) {
            details.putNull(field);
        }
        return details.putNull("address");
    }

    /** A method's details with what was sent in their place, checked. */
    static ObjectNode merged(ObjectNode method, ObjectNode sent) {
        ObjectNode details = none();
        if (method.get("billing_details") instanceof ObjectNode old) {
            details.setAll(old);
        }
        details.setAll(SENT.read(sent));
        if (sent.get("address") instanceof ObjectNode place) {
            ObjectNode address = Json.object();
            JsonNode had = method.path("billing_details").path("address");
            for (String field : PLACE) {
                address.set(field, had.has(field) ? had.get(field) : address.nullNode());
            }
            details.set("address", address.setAll(ADDRESS.read(place)));
        }
        return details;
    }
}
