package io.keentill.sandbox.office;

import io.keentill.sandbox.api.EventLog;
import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import io.keentill.sandbox.money.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the stored checkout sessions tell about the people who went through them. */
final class Checkouts {
    /** The kind of stored checkout sessions. */
    static final String SESSION = "checkout_session";

    private static final String CLOSED = "_closed_at";

    /** How long a session may stand still before it counts as abandoned (inferred). */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    private Checkouts() {}

    /** How far somebody went; each step includes the ones before. */
    enum Step {
        /** Opened the checkout. */
        STARTED(1),
        /** Chose how to pay. */
        METHOD_SELECTED(2),
        /** Tried to pay. */
        PAYMENT_ATTEMPTED(3),
        /** Paid. */
        COMPLETED(4);

        private final int number;

        Step(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The sessions that were made in a span, oldest first, with what their payments and events know besides: {@code
     * _attempted} when somebody tried to pay, {@code _closed_at} when that or the expiry ended it.
     */
    static List<ObjectNode> within(Tx tx, Span span) {
        Map<String, ObjectNode> sessions = new LinkedHashMap<>();
        Query.of(SESSION)
                .since(span.from().toEpochMilli())
                .before(span.to().toEpochMilli())
                .oldestFirst()
                .all(tx)
                .forEach(session -> sessions.put(Json.need(session, "id"), session));
        for (ObjectNode payment : Query.of(Payments.PAYMENT).oldestFirst().all(tx)) {
            ObjectNode session = sessions.get(String.valueOf(Json.text(payment.path("metadata"), SESSION)));
            if (session != null) {
                session.put("_attempted", true);
                if (Json.need(payment, "id").equals(Json.text(session, "_payment_id"))) {
                    session.put(
                            CLOSED,
                            Json.text(payment, Json.has(payment, "captured_at") ? "captured_at" : "created_at"));
                }
            }
        }
        for (ObjectNode event : Query.of(EventLog.KIND)
                .where("type", "checkout.session.expired")
                .since(span.from().toEpochMilli())
                .all(tx)) {
            ObjectNode session =
                    sessions.get(String.valueOf(Json.text(event.path("data").path("object"), "id")));
            if (session != null) {
                session.put(CLOSED, Span.text(Instant.ofEpochSecond(Json.whole(event, "created"))));
            }
        }
        return List.copyOf(sessions.values());
    }

    /** The furthest step of a session. */
    static Step reached(ObjectNode session) {
        if (completed(session)) {
            return Step.COMPLETED;
        }
        if (attempted(session)) {
            return Step.PAYMENT_ATTEMPTED;
        }
        return Json.has(session, "selected_method") ? Step.METHOD_SELECTED : Step.STARTED;
    }

    /** Whether it was paid. */
    static boolean completed(ObjectNode session) {
        return "complete".equals(Json.text(session, "status"));
    }

    /** When a session was opened. */
    static Instant opened(ObjectNode session) {
        return Moments.of(Json.need(session, "created_at"));
    }

    /** Whether somebody tried to pay, with or without success. */
    static boolean attempted(ObjectNode session) {
        return Json.yes(session, "_attempted")
                || Json.yes(session, "_attempt")
                || Json.has(session, "payment_intent_id");
    }

    /** When it was paid or expired, null while it is open. */
    static @Nullable Instant closed(ObjectNode session) {
        String at = Json.text(session, CLOSED);
        return at == null ? null : Moments.of(at);
    }

    /** When it was left: half an hour after its opening, or when it expired before that; null when it was not (yet). */
    static @Nullable Instant abandoned(ObjectNode session, Instant now) {
        Instant patience = opened(session).plus(PATIENCE);
        Instant closed = closed(session);
        if ("expired".equals(Json.text(session, "status"))) {
            return closed == null || patience.isBefore(closed) ? patience : closed;
        }
        Instant until = completed(session) ? closed : now;
        return until == null || until.isBefore(patience) ? null : patience;
    }
}
