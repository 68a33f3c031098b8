package io.keentill.sandbox.shop;

import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
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

    /** What an upsert may say and no answer shows. */
    private static final String[] INSIDE = {"tax_id", "tax_id_country", "notes", "external_updated_at"};

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

    private static final Batch BATCH = Batch.of(
            "customers",
            UPSERT.without("custom_fields"),
            (call, source, externalId, input) ->
                    upsert(call.work(), source + "/" + externalId, input).what());

    private record Upserted(Batch.Done what, ObjectNode customer) {}

    private Customers() {}

    /** Customers: everything of B.8 but entitlements and payment rails. */
    public static Resource customers() {
        Resource customers = Resource.of(CUSTOMER, "/customers")
                .scopes("customers")
                .formerlyCamel(true)
                .events("customer")
                .create(NEW_CUSTOMER, (call, input) -> customer(call.work(), input))
                .list(Paging.P7, Filter.search("email", "name", "phone", "company_name"))
                .read()
                .update(CHANGED, (call, customer, input) -> change(call.work(), customer, input))
                .formerlyCamel(false)
                .endpoint("PUT", "/customers/external/{source}/{id}", UPSERT, Customers::upsert)
                .endpoint("PUT", "/customers/external/batch", BATCH.shape(), BATCH::run);
        String one = "/customers/{id}";
        customers
                .endpoint(
                        "GET",
                        one + "/payment-methods",
                        Shape.EMPTY,
                        call -> PaymentMethods.ofCustomer(call, customers.found(call)))
                .formerlyCamel()
                .endpoint(
                        "POST",
                        one + "/portal-sessions",
                        PortalSessions.INPUT,
                        call -> PortalSessions.answer(call, customers.found(call)));
        customers.formerlyCamel(false).errors(ErrorShape.E3);
        for (CustomerLists list : CustomerLists.ALL) {
            customers.endpoint("GET", one + list.path(), Shape.EMPTY, call -> list.page(call, customers.found(call)));
        }
        return customers;
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
        ObjectNode input = call.input();
        Upserted done = upsert(call.work(), call.id("source") + "/" + call.id("id"), input);
        if (done.what() == Batch.Done.SKIPPED) {
            return Reply.of(200, Common.ignored(done.customer(), input));
        }
        boolean created = done.what() == Batch.Done.CREATED;
        ObjectNode body = Json.object();
        body.set("data", Resource.visible(done.customer()));
        return Reply.of(created ? 201 : 200, body.put("created", created));
    }

    private static Upserted upsert(Work work, String external, ObjectNode input) {
        ObjectNode known = known(work, external, Json.need(input, "email"));
        if (known != null && Common.stale(known, input)) {
            return new Upserted(Batch.Done.SKIPPED, known);
        }
        boolean created = known == null;
        ObjectNode customer = known == null ? customer(work, input) : known;
        customer.put("_external", external);
        Common.remember(customer, input);
        for (String inside : INSIDE) {
            if (input.has(inside)) {
                customer.set("_" + inside, input.remove(inside));
            }
        }
        if (created) {
            work.insert(CUSTOMER, customer);
        } else {
            change(work, customer, input);
            work.save(CUSTOMER, customer);
        }
        EventLog.write(work, created ? "customer.created" : "customer.updated", customer);
        return new Upserted(created ? Batch.Done.CREATED : Batch.Done.UPDATED, customer);
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
