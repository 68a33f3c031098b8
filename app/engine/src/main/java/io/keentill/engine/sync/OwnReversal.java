package io.keentill.engine.sync;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.Refund;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.connector.FromServer;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a refund or void that RevKeen commands is one that this till gave back already and is telling RevKeen of. RevKeen
 * names it by a reference of its own, so it is known by the payment that the till's own request was answered with.
 */
sealed interface OwnReversal {

    /** It is: this attempt stands for it. */
    record Ours(PaymentAttempt attempt) implements OwnReversal {}

    /** A request of ours is on its way, or may have been, and its answer is not known yet: ask again. */
    record NotKnownYet() implements OwnReversal {}

    /** It came from elsewhere. */
    record Foreign() implements OwnReversal {}

    /** What {@code command} is, by what is stored now. */
    static OwnReversal of(View view, FromServer.Command command) {
        String reference = command.originalReference();
        Optional<String> sale = reference == null
                ? Optional.empty()
                : view.attemptByReference(reference).map(PaymentAttempt::orderId);
        if (sale.isEmpty()) {
            return new Foreign();
        }
        List<OutboxRow> back = view.outboxOf(sale.get()).stream()
                .filter(r -> r.kind().equals(OutboxKind.CARD_BACK.key()))
                .toList();
        for (OutboxRow row : back) {
            if (command.paymentId().equals(row.remoteId())) {
                return new Ours(attempt(view, row));
            }
        }
        boolean onItsWay = back.stream()
                .anyMatch(r -> r.state() != OutboxState.DONE && r.firstSentAt() != null && r.remoteId() == null);
        return onItsWay ? new NotKnownYet() : new Foreign();
    }

    private static PaymentAttempt attempt(View view, OutboxRow row) {
        Refund refund = RefundPlanner.refundOf(view, row);
        String id = Objects.requireNonNull(refund.part(row.ref()).attemptId());
        return view.attempt(id).orElseThrow();
    }
}
