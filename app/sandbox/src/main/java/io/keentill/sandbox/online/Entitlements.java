package io.keentill.sandbox.online;

import static io.keentill.sandbox.api.Field.map;
import static io.keentill.sandbox.api.Field.text;
import static io.keentill.sandbox.api.Field.time;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.api.Spelling;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.shop.Customers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What customers may use (API reference B.22). A grant of a benefit that the customer has already replaces its time and
 * metadata (inferred). A revoked or expired one is shown only when asked for.
 */
final class Entitlements {
    private static final String ENTITLEMENT = "entitlement";
    private static final List<String> FULL = List.of("active", "trialing", "grace");
    private static final List<String> PARTIAL = List.of("past_due", "restricted");

    private static final Shape GRANT = Shape.of(
            text("benefit_id", 100),
            text("benefit_key", 255),
            time("expires_at").orNull(),
            map("metadata"));

    private Entitlements() {}

    static Resource entitlements() {
        String of = "/customers/{id}/entitlements";
        return Resource.of(ENTITLEMENT, "/entitlements")
                .scopes("entitlements")
                .formerlyCamel()
                .endpoint("GET", of, Shape.EMPTY, call -> list(call, customer(call, call.id("id")), ""))
                .endpoint("POST", of, GRANT, call -> grant(call, customer(call, call.id("id"))))
                .endpoint("GET", of + "/check", Shape.EMPTY, call -> check(call, customer(call, call.id("id"))))
                .endpoint("DELETE", of + "/{eid}", Shape.EMPTY, call -> {
                    ObjectNode customer = customer(call, call.id("id"));
                    String id = call.id("eid");
                    return revoke(call, customer, "entitlement " + id, held -> id.equals(Json.text(held, "id")));
                })
                .endpoint("DELETE", of, Shape.EMPTY, call -> {
                    ObjectNode customer = customer(call, call.id("id"));
                    String key = need(call, "benefit_key");
                    return revoke(call, customer, "entitlement to " + key, held -> key.equals(key(held)));
                })
                .endpoint("GET", "/entitlements", Shape.EMPTY, call -> list(call, named(call), "customer_id"))
                .endpoint("GET", "/entitlements/check", Shape.EMPTY, call -> check(call, named(call)));
    }

    private static Reply list(Call call, ObjectNode customer, String path) {
        boolean all = "true".equals(param(call, "include_expired"));
        String type = param(call, "benefit_type");
        String category = call.param("category");
        List<ObjectNode> held = of(call.work(), customer).stream()
                .map(entitlement -> view(call.work(), entitlement))
                .filter(entitlement -> all || !over(call.work().now(), entitlement))
                .filter(entitlement -> type == null || type.equals(ofBenefit(entitlement, "benefit_type")))
                .filter(entitlement -> category == null || category.equals(ofBenefit(entitlement, "category")))
                .toList();
        ObjectNode body = Paging.P8.answer(call, held, path);
        ObjectNode owner = body.putObject("customer");
        Json.copy(customer, owner, "id", "email", "name");
        return Reply.of(200, body);
    }

    private static Reply grant(Call call, ObjectNode customer) {
        Work work = call.work();
        ObjectNode input = call.input();
        ObjectNode benefit = Benefits.named(work, Json.text(input, "benefit_id"), Json.text(input, "benefit_key"));
        String id = Json.need(benefit, "id");
        ObjectNode held = of(work, customer).stream()
                .filter(other -> id.equals(Json.text(other, "benefit_id")) && !over(work.now(), other))
                .findFirst()
                .orElse(null);
        ObjectNode entitlement =
                held == null ? Json.object().put("id", work.ids().uuid()) : held;
        entitlement.put("customer_id", Json.need(customer, "id")).put("benefit_id", id);
        if (held == null) {
            entitlement.put("granted_at", work.nowText());
        }
        Json.copy(input, entitlement, "expires_at");
        entitlement.set("metadata", input.has("metadata") ? input.get("metadata") : Json.object());
        entitlement.put("status", "active").putNull("subscription_id").putNull("subscription_status");
        if (held == null) {
            work.insert(ENTITLEMENT, entitlement);
        } else {
            work.save(ENTITLEMENT, entitlement);
        }
        return told(call, "granted", held == null ? 201 : 200, entitlement);
    }

    private static Reply check(Call call, ObjectNode customer) {
        String key = need(call, "benefit_key");
        ObjectNode best = of(call.work(), customer).stream()
                .map(entitlement -> view(call.work(), entitlement))
                .filter(entitlement -> key.equals(ofBenefit(entitlement, "benefit_key")))
                .max((a, b) -> Boolean.compare(Json.yes(a, "has_access"), Json.yes(b, "has_access")))
                .orElse(null);
        ObjectNode answer = Json.object().put("benefit_key", key);
        if (best == null) {
            answer.put("has_access", false).put("access_level", "none").putNull("status");
            answer.putNull("benefit").put("reason", "not_granted");
        } else {
            boolean access = Json.yes(best, "has_access");
            Json.copy(best, answer, "has_access", "access_level", "status", "benefit");
            answer.put("reason", access ? null : reason(call.work(), best));
        }
        ObjectNode body = Json.object();
        body.set("data", answer);
        return Reply.of(200, body);
    }

    private static Reply revoke(Call call, ObjectNode customer, String what, Predicate<ObjectNode> which) {
        ObjectNode entitlement = of(call.work(), customer).stream()
                .filter(held -> !"canceled".equals(Json.text(held, "status")))
                .filter(held -> which.test(view(call.work(), held)))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "resource_missing", "No such " + what + ".", null));
        call.work().save(ENTITLEMENT, entitlement.put("status", "canceled"));
        return told(call, "revoked", 200, entitlement);
    }

    private static Reply told(Call call, String what, int status, ObjectNode entitlement) {
        ObjectNode shown = view(call.work(), entitlement);
        EventLog.write(call.work(), "entitlement." + what, shown);
        ObjectNode body = Json.object();
        body.set("data", shown);
        return Reply.of(status, body.put("message", "Entitlement " + what + "."));
    }

    /** An entitlement with its benefit and what it allows right now. */
    private static ObjectNode view(Work work, ObjectNode entitlement) {
        ObjectNode shown = Json.object();
        Json.copy(entitlement, shown, "id", "customer_id", "benefit_id");
        ObjectNode benefit = work.find(Benefits.BENEFIT, Json.text(entitlement, "benefit_id"));
        shown.set("benefit", benefit == null ? shown.nullNode() : Resource.visible(benefit));
        Json.copy(entitlement, shown, "granted_at", "expires_at", "metadata", "status");
        String status = Json.need(entitlement, "status");
        boolean expired = expired(work.now(), entitlement);
        String level =
                expired ? "none" : FULL.contains(status) ? "full" : PARTIAL.contains(status) ? "partial" : "none";
        shown.put("has_access", !level.equals("none")).put("access_level", level);
        Json.copy(entitlement, shown, "subscription_id", "subscription_status");
        return shown;
    }

    private static String reason(Work work, ObjectNode entitlement) {
        return expired(work.now(), entitlement) ? "expired" : Json.need(entitlement, "status");
    }

    private static boolean over(Instant now, ObjectNode entitlement) {
        return "canceled".equals(Json.text(entitlement, "status")) || expired(now, entitlement);
    }

    private static boolean expired(Instant now, ObjectNode entitlement) {
        String until = Json.text(entitlement, "expires_at");
        return until != null && !OffsetDateTime.parse(until).toInstant().isAfter(now);
    }

    private static List<ObjectNode> of(Work work, ObjectNode customer) {
        return Query.of(ENTITLEMENT)
                .where("customer_id", Json.need(customer, "id"))
                .all(work.tx());
    }

    private static @Nullable String key(ObjectNode shown) {
        return ofBenefit(shown, "benefit_key");
    }

    private static @Nullable String ofBenefit(ObjectNode shown, String field) {
        JsonNode benefit = Objects.requireNonNull(shown.get("benefit"));
        return Json.text(benefit, field);
    }

    private static ObjectNode customer(Call call, String id) {
        ObjectNode customer = call.work().find(Customers.CUSTOMER, id);
        if (customer == null) {
            throw Refusal.missing("customer", id);
        }
        return customer;
    }

    private static ObjectNode named(Call call) {
        return customer(call, need(call, "customer_id"));
    }

    private static String need(Call call, String name) {
        String value = param(call, name);
        if (value == null) {
            throw Refusal.invalid(name, name + " is required in the query.");
        }
        return value;
    }

    /** A query parameter in either spelling. */
    private static @Nullable String param(Call call, String name) {
        String value = call.param(name);
        return value == null ? call.param(Spelling.camel(name)) : value;
    }
}
