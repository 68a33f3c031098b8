package io.keentill.engine.refund;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.payment.Intention;
import io.keentill.engine.payment.WayBack;
import io.keentill.store.Tx;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Giving the next part of a refund back to a card; a new refund is stored together with the intent. */
final class RefundIntention implements Intention {

    private final RefundStart.Source source;
    private final RefundBook book;
    private final Set<Capability> can;
    private final Clock clock;
    private RefundStart.@Nullable Started ready;
    private @Nullable Refund stored;

    RefundIntention(RefundStart.Source source, RefundBook book, Set<Capability> can, Clock clock) {
        this.source = source;
        this.book = book;
        this.can = can;
        this.clock = clock;
    }

    @Override
    public Checked check(Tx tx, String terminal) {
        RefundStart.Started started = source.in(tx);
        ready = started;
        return switch (started) {
            case RefundStart.Started.Refused no -> new Checked.Refused(no.message());
            case RefundStart.Started.Ready(Refund refund, boolean fresh) ->
                check(tx, terminal, refund, refund.next().orElseThrow());
        };
    }

    private Checked check(Tx tx, String terminal, Refund refund, RefundPart part) {
        if (part.type() != TenderType.CARD) {
            return new Checked.Refused("This refund changed meanwhile. Look at it again.");
        }
        String originalId = part.originalAttemptId();
        PaymentAttempt sale = originalId == null ? null : tx.attempt(originalId).orElseThrow();
        List<PaymentAttempt> back = originalId == null ? List.of() : tx.attemptsOn(originalId);
        String order = tx.order(refund.orderId()).map(Order::id).orElse(null);
        return switch (WayBack.of(
                can, terminal, sale, back, part.amount(), sale != null && WayBack.isSettled(sale, clock))) {
            case WayBack.None no -> new Checked.Refused(no.message());
            case WayBack.How how ->
                new Checked.Allowed(null, order, how.kind(), part.amount(), originalId, how.linked());
        };
    }

    @Override
    public void stored(Tx tx, PaymentAttempt intent) {
        if (!(ready instanceof RefundStart.Started.Ready(Refund refund, boolean fresh))) {
            throw new IllegalStateException("A refund that was not checked");
        }
        Refund attempting = refund.attempting(refund.next().orElseThrow().id(), intent.id());
        if (fresh) {
            book.begin(tx, attempting);
        } else {
            tx.saveRefund(attempting);
        }
        stored = attempting;
    }

    /** The refund as it was stored with the intent. */
    Refund stored() {
        return Objects.requireNonNull(stored);
    }
}
