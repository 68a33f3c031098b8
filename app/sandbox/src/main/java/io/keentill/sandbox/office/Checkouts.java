package io.keentill.sandbox.office;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the stored checkout sessions tell about the people who went through them. */
final class Checkouts {
    /** The kind of stored checkout sessions. */
    static final String SESSION = "checkout_session";

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

    /** The sessions that were made in a span, oldest first. */
    static List<ObjectNode> within(Tx tx, Span span) {
        return Query.of(SESSION)
                .since(span.from().toEpochMilli())
                .before(span.to().toEpochMilli())
                .oldestFirst()
                .all(tx);
    }

    /** The furthest step of a session. */
    static Step reached(ObjectNode session) {
        if (completed(session)) {
            return Step.COMPLETED;
        }
        if (Json.has(session, "payment_intent_id")) {
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

    /** When it was paid or expired, null while it is open or where that is not known. */
    static @Nullable Instant closed(ObjectNode session) {
        for (String field : new String[] {"_completed_at", "completed_at", "_expired_at", "expired_at"}) {
            String text = Json.text(session, field);
            if (text != null) {
                return Moments.of(text);
            }
        }
        boolean expired = "expired".equals(Json.text(session, "status"));
        String end = expired ? Json.text(session, "expires_at") : Json.text(session, "updated_at");
        if (end == null || !(expired || completed(session))) {
            return null;
        }
        return Moments.of(end);
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
