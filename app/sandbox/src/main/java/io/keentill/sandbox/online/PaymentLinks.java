package io.keentill.sandbox.online;

import static io.keentill.sandbox.api.Field.choice;
import static io.keentill.sandbox.api.Field.text;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.ErrorShape;
import io.keentill.sandbox.api.Filter;
import io.keentill.sandbox.api.Paging;
import io.keentill.sandbox.api.Refusal;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payment links (API reference B.12, C.6). A link has two states, as ruling H 22 says: the object's own (draft, active,
 * expired, completed) and the one that the status call writes (active, inactive, archived for good).
 */
final class PaymentLinks {
    static final String LINK = "payment_link";

    private static final String SWITCH = "_switch";
    private static final String SWITCHED = "_switched_at";

    private PaymentLinks() {}

    static Resource links() {
        Resource links = Resource.of(LINK, "/payment-links")
                .scopes("payment_links")
                .errors(ErrorShape.E8)
                .wrap(Resource.Wrap.BARE)
                .publicIds();
        String one = "/payment-links/{id}";
        Shape status =
                Shape.of(choice("status", "active", "inactive", "archived").must());
        return links.create(NewLink.SHAPE, NewLink::make)
                .list(
                        Paging.P7.usual(50),
                        Filter.choice("status", "draft", "active", "expired", "completed"),
                        Filter.choice("mode", "invoice", "subscription", "custom"),
                        Filter.search("name", "slug", "public_id"))
                .read()
                .endpoint("PATCH", one + "/status", status, call -> {
                    return turn(call, links.found(call), Json.need(call.input(), "status"));
                })
                .action("expire", Shape.of(text("reason", 500)), PaymentLinks::expire)
                .endpoint("POST", one + "/activate", Shape.EMPTY, call -> turn(call, links.found(call), "active"))
                .endpoint("POST", one + "/deactivate", Shape.EMPTY, call -> turn(call, links.found(call), "inactive"))
                .endpoint("POST", one + "/archive", Shape.EMPTY, call -> archive(call, links.found(call)));
    }

    /** Whether the link can be paid now. */
    static boolean payable(ObjectNode link) {
        return is(link, "active") && "active".equals(Json.text(link, SWITCH));
    }

    /** A link that was paid: one for an invoice has done its work, any other goes on. */
    static void paid(Work work, ObjectNode link) {
        if ("invoice".equals(Json.text(link, "mode"))) {
            work.save(LINK, link.put("status", "completed"));
        }
    }

    /** Expires what has passed its time. */
    static void advance(Work work) {
        for (ObjectNode link :
                Query.of(LINK).whereIn("status", "draft", "active").all(work.tx())) {
            String until = Json.text(link, "expires_at");
            if (until != null && !OffsetDateTime.parse(until).toInstant().isAfter(work.now())) {
                work.save(LINK, link.put("status", "expired"));
            }
        }
    }

    static void switchTo(ObjectNode link, String state, Instant now) {
        link.put(SWITCH, state).put(SWITCHED, now.toString());
    }

    private static Reply turn(Call call, ObjectNode link, String to) {
        String from = Json.need(link, SWITCH);
        if (from.equals("archived") && !to.equals("archived")) {
            throw Refusal.invalid("status", "An archived link stays archived.");
        }
        if (to.equals("active") && (is(link, "expired") || is(link, "completed"))) {
            throw Refusal.invalid("status", "A link that is " + Json.text(link, "status") + " cannot be activated.");
        }
        if (!from.equals(to)) {
            switchTo(link, to, call.work().now());
            call.work().save(LINK, link);
        }
        return Reply.of(200, status(link));
    }

    /** The old call for archiving documents no refusal: a second one changes nothing. */
    private static Reply archive(Call call, ObjectNode link) {
        return turn(call, link, "archived");
    }

    private static void expire(Call call, ObjectNode link, ObjectNode input) {
        if (!is(link, "draft") && !is(link, "active")) {
            throw Refusal.invalid(null, "A link that is " + Json.text(link, "status") + " cannot be expired.");
        }
        if ("archived".equals(Json.text(link, SWITCH))) {
            throw Refusal.invalid(null, "An archived link stays as it is.");
        }
        link.put("status", "expired").put("_expire_reason", Json.text(input, "reason"));
    }

    private static ObjectNode status(ObjectNode link) {
        String state = Json.need(link, SWITCH);
        ObjectNode status = Json.object().put("id", Json.need(link, "id")).put("status", state);
        status.put("status_changed_at", Json.need(link, SWITCHED)).put("is_active", state.equals("active"));
        return status.put("updated_at", Json.need(link, "updated_at"));
    }

    private static boolean is(ObjectNode link, String status) {
        return status.equals(Json.text(link, "status"));
    }
}
