package io.keentill.store;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payment attempts and the rules of their life. */
final class AttemptTable {

    private static final String OPEN = "state IN ('INTENDED', 'SENT', 'UNKNOWN')";

    private final Session session;

    AttemptTable(Session session) {
        this.session = session;
    }

    Optional<PaymentAttempt> byId(String id) {
        return session.one("SELECT * FROM attempts WHERE id = ?", AttemptRow::read, id);
    }

    Optional<PaymentAttempt> byReference(String reference) {
        return session.one("SELECT * FROM attempts WHERE reference = ?", AttemptRow::read, reference);
    }

    List<PaymentAttempt> ofOrder(String orderId) {
        String sql = "SELECT * FROM attempts WHERE order_id = ? ORDER BY seq";
        return session.list(sql, AttemptRow::read, orderId);
    }

    List<PaymentAttempt> on(String originalId) {
        String sql = "SELECT * FROM attempts WHERE original_id = ? ORDER BY seq";
        return session.list(sql, AttemptRow::read, originalId);
    }

    List<PaymentAttempt> open() {
        // The plus sign keeps SQLite from reading all attempts in sequence: the few open ones have an index of their
        // own.
        String sql = "SELECT * FROM attempts WHERE " + OPEN + " ORDER BY +seq";
        return session.list(sql, AttemptRow::read);
    }

    List<PaymentAttempt> liveHolds() {
        String moved = "state IN ('APPROVED', 'OVERRIDDEN') AND approved > 0";
        String sql = "SELECT * FROM attempts p WHERE p.kind = 'PRE_AUTHORISATION' AND p." + moved
                + " AND NOT EXISTS (SELECT 1 FROM attempts e WHERE e.original_id = p.id AND e." + moved
                + ") ORDER BY p.seq";
        return session.list(sql, AttemptRow::read);
    }

    Optional<PaymentAttempt> openOn(String terminal) {
        return session.one("SELECT * FROM attempts WHERE terminal = ? AND " + OPEN, AttemptRow::read, terminal);
    }

    List<PaymentAttempt> recent(int limit) {
        return session.list("SELECT * FROM attempts ORDER BY seq DESC LIMIT ?", AttemptRow::read, limit);
    }

    void insert(PaymentAttempt attempt) {
        if (attempt.state().isOpen()) {
            // The unique index would refuse it too; asking first gives the one that is in the way.
            openOn(attempt.terminal()).ifPresent(open -> {
                throw new TerminalBusyException(open);
            });
        }
        session.change(AttemptRow.INSERT, AttemptRow.columns(attempt));
    }

    void update(PaymentAttempt attempt) {
        PaymentAttempt stored = byId(attempt.id())
                .orElseThrow(() -> new IllegalStateException("No payment " + attempt.reference() + " is stored"));
        requireSame(stored, attempt);
        if (!mayFollow(stored.state(), attempt.state())) {
            throw new IllegalStateException("Payment " + stored.reference() + " is stored as " + stored.state()
                    + " and cannot become " + attempt.state());
        }
        session.change(AttemptRow.UPDATE, AttemptRow.columnsForUpdate(attempt));
    }

    /** Staying UNKNOWN is no step: it notes what the last question to the terminal gave. */
    private static boolean mayFollow(AttemptState stored, AttemptState next) {
        return stored.allows(next) || (stored == AttemptState.UNKNOWN && next == AttemptState.UNKNOWN);
    }

    private static void requireSame(PaymentAttempt stored, PaymentAttempt changed) {
        same("reference", stored.reference(), changed.reference());
        same("order", stored.orderId(), changed.orderId());
        same("kind", stored.kind(), changed.kind());
        same("amount", stored.amount(), changed.amount());
        same("terminal", stored.terminal(), changed.terminal());
        same("operator", stored.operator(), changed.operator());
        same("original", stored.originalId(), changed.originalId());
        same("creation", stored.createdAt(), changed.createdAt());
    }

    private static void same(String what, @Nullable Object stored, @Nullable Object changed) {
        if (!Objects.equals(stored, changed)) {
            throw new IllegalArgumentException(
                    "The " + what + " of a payment never changes: " + stored + " to " + changed);
        }
    }
}
