package io.keentill.engine.refund;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.payment.Intention;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.engine.payment.WayBack;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Giving the next part of a refund back to a card; a new refund is stored together with the intent. */
final class RefundIntention implements Intention {

    /** Why nothing goes back to a card where no terminal is there, and what can be done instead. */
    static final Sentence NO_TERMINAL = Sentence.of(
            "refund.no-terminal-is-set-up-so",
            "No terminal is set up, so nothing can go back to a card. What was paid in cash" + " can go back in cash.");

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
            return new Checked.Refused(Sentence.of(
                    "refund.this-refund-changed-meanwhile-look-at",
                    "This refund changed meanwhile. Look at it again."));
        }
        String order = tx.order(refund.orderId()).map(Order::id).orElse(null);
        return switch (way(tx, can, terminal, part, clock)) {
            case WayBack.None no -> new Checked.Refused(no.message());
            case WayBack.How how ->
                new Checked.Allowed(null, order, how.kind(), part.amount(), part.originalAttemptId(), how.linked());
        };
    }

    private static WayBack way(View view, Set<Capability> can, String terminal, RefundPart part, Clock clock) {
        String originalId = part.originalAttemptId();
        PaymentAttempt sale =
                originalId == null ? null : view.attempt(originalId).orElseThrow();
        List<PaymentAttempt> back = originalId == null ? List.of() : view.attemptsOn(originalId);
        return WayBack.of(can, terminal, sale, back, part.amount(), sale != null && WayBack.isSettled(sale, clock));
    }

    /** Why the first money of a refund that is to move is certain not to; null if nothing stands in its way. */
    static @Nullable Sentence standsInTheWay(
            View view, Refund refund, Optional<TerminalSession> terminal, Clock clock) {
        Optional<RefundPart> card = refund.parts().stream()
                .filter(part -> part.state() == RefundPart.State.PLANNED && part.type() != TenderType.EXCHANGE)
                .findFirst()
                .filter(part -> part.type() == TenderType.CARD);
        if (card.isEmpty()) {
            return null;
        }
        if (terminal.isEmpty()) {
            return NO_TERMINAL;
        }
        TerminalSession session = terminal.get();
        return way(view, session.capabilities(), session.address(), card.get(), clock) instanceof WayBack.None no
                ? no.message()
                : null;
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
