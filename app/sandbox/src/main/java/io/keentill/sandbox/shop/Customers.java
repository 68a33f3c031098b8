package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import tools.jackson.databind.node.ObjectNode;

/** Customers (API reference B.8). */
public final class Customers {
    /** The kind of stored customers. */
    public static final String CUSTOMER = "customer";

    /** The one merchant of a sandbox. */
    public static final String MERCHANT = "00000000-0000-4000-8000-000000000001";

    private static final Shape NEW_CUSTOMER = Shape.of(
            text("email", 320).must(),
            text("name", 255),
            text("phone", 50),
            text("company_name", 255),
            text("address_line1", 255),
            text("address_line2", 255),
            text("city", 255),
            text("state", 255),
            text("postal_code", 50),
            text("country", 100),
            map("metadata"),
            map("custom_fields"));

    private static final String[] FIELDS = {
        "email",
        "name",
        "phone",
        "company_name",
        "address_line1",
        "address_line2",
        "city",
        "state",
        "postal_code",
        "country"
    };

    private static final Shape CHANGED = NEW_CUSTOMER.change(
            "email",
            "name",
            "phone",
            "company_name",
            "address_line1",
            "address_line2",
            "city",
            "state",
            "postal_code",
            "country",
            "metadata",
            "custom_fields");

    private static final Shape UPSERT = NEW_CUSTOMER.and(
            text("tax_id", 100), text("tax_id_country", 2), text("notes", 5000), time("external_updated_at"));

    private Customers() {}

    /** Customers: create, list, read, change, upsert by foreign id. */
    public static Resource customers() {
        return Resource.of(CUSTOMER, "/customers")
                .scopes("customers")
                .events("customer")
                .create(NEW_CUSTOMER, (call, input) -> customer(call.work(), input))
                .list(Paging.P7, Filter.search("email", "name", "phone", "company_name"))
                .read()
                .update(CHANGED, (call, customer, input) -> change(call.work(), customer, input))
                .endpoint("PUT", "/customers/external/{source}/{id}", UPSERT, Customers::upsert);
    }

    /** A new customer; the e-mail address is unique, and must look like one. */
    public static ObjectNode customer(Work work, ObjectNode input) {
        ObjectNode customer = Json.object().put("id", work.ids().uuid());
        customer.put("merchant_id", MERCHANT).putNull("merchant_ref_id");
        checkEmail(work, input, customer);
        Json.copy(input, customer, FIELDS);
        customer.putNull("auth_user_id");
        customer.set("custom_fields", input.has("custom_fields") ? input.get("custom_fields") : Json.object());
        return Common.finish(work, customer, input);
    }

    private static void change(Work work, ObjectNode customer, ObjectNode input) {
        if (input.has("email")) {
            checkEmail(work, input, customer);
        }
        Common.merge(customer, input);
    }

    private static void checkEmail(Work work, ObjectNode input, ObjectNode customer) {
        String email = Json.need(input, "email");
        if (email.indexOf('@') < 1 || email.endsWith("@")) {
            throw Refusal.invalid("email", "email must be an e-mail address.");
        }
        boolean taken = Query.of(CUSTOMER).whereIgnoringCase("email", email).all(work.tx()).stream()
                .anyMatch(other -> !Json.need(other, "id").equals(Json.need(customer, "id")));
        if (taken) {
            throw Refusal.invalid("email", "There is already a customer with the e-mail address " + email + ".");
        }
    }

    private static Reply upsert(Call call) {
        Work work = call.work();
        ObjectNode input = call.input();
        String external = call.id("source") + "/" + call.id("id");
        ObjectNode customer = known(work, external, Json.need(input, "email"));
        if (customer != null && Common.stale(customer, input)) {
            return Reply.of(200, Common.ignored(customer, input));
        }
        boolean created = customer == null;
        ObjectNode object = customer == null ? customer(work, input) : customer;
        object.put("_external", external);
        Common.remember(object, input);
        input.remove(java.util.List.of("tax_id", "tax_id_country", "notes", "external_updated_at"));
        if (created) {
            work.insert(CUSTOMER, object);
        } else {
            change(work, object, input);
            work.save(CUSTOMER, object);
        }
        EventLog.write(work, created ? "customer.created" : "customer.updated", object);
        ObjectNode body = Json.object();
        body.set("data", Resource.visible(object));
        return Reply.of(created ? 201 : 200, body.put("created", created));
    }

    /** The customer with this foreign id, else one with this address who has none yet (inferred). */
    private static @org.jspecify.annotations.Nullable ObjectNode known(Work work, String external, String email) {
        return Query.of(CUSTOMER)
                .where("_external", external)
                .first(work.tx())
                .or(() -> Query.of(CUSTOMER)
                        .whereIgnoringCase("email", email)
                        .first(work.tx())
                        .filter(other -> !other.has("_external")))
                .orElse(null);
    }
}
