package io.keentill.sandbox.shop;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Field;
import io.keentill.sandbox.api.Keys;
import io.keentill.sandbox.api.Reply;
import io.keentill.sandbox.api.Shape;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sessions of the hosted customer portal (API reference B.8, B.23). The token is answered once beside the schema
 * (ruling H 31).
 */
public final class PortalSessions {
    /** The kind of stored sessions. */
    public static final String SESSION = "portal_session";

    /** What a portal's token may do. */
    public static final Set<String> SCOPES = Set.of("customer_portal:read", "customer_portal:write");

    static final Shape INPUT = Shape.of(Field.text("return_url", 2000));

    private static final Duration USUAL = Duration.ofMinutes(60);

    private PortalSessions() {}

    /** Opens a session for a customer: what to answer, its {@code token} included. */
    public static ObjectNode open(Work work, ObjectNode customer, Duration lifetime) {
        String owner = Json.need(customer, "id");
        Instant expires = work.now().truncatedTo(ChronoUnit.MILLIS).plus(lifetime);
        ObjectNode session = Json.object().put("id", work.ids().uuid());
        session.put("customer_id", owner).put("merchant_id", Customers.MERCHANT);
        session.put("url", "https://portal.invalid/session/" + Json.need(session, "id"));
        session.put("expires_at", expires.toString()).put("created_at", work.nowText());
        work.insert(SESSION, session);
        return session.deepCopy().put("token", Keys.issueToken(work, "rkcps_", SCOPES, owner, expires));
    }

    static Reply answer(Call call, ObjectNode customer) {
        ObjectNode body = Json.object();
        body.set("data", open(call.work(), customer, USUAL));
        return Reply.of(201, body);
    }
}
