package io.keentill.engine.refund;

import io.keentill.domain.refund.Refund;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.RefundBook;
import io.keentill.engine.book.RefundClaim;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Clock;
import java.util.Optional;

/**
 * Begins refunds whose money RevKeen is asked for before any of it goes back: the refund and the credit note that claims
 * its money are stored in one commit, and nothing moves before RevKeen has taken the note, or could not say in time. If it
 * does not answer, a sale of this till goes back as it does without a network, and one of another till does not.
 */
final class Claims {

    private static final Sentence LATE = Sentence.of(
            "refund.revkeen-did-not-answer-in-time", "RevKeen did not answer in time. Try again in a moment.");

    private final TillStore store;
    private final RefundBook book;
    private final Payments payments;
    private final Clock clock;
    private final MoneyElsewhere money;

    Claims(TillStore store, RefundBook book, Payments payments, Clock clock, MoneyElsewhere money) {
        this.store = store;
        this.book = book;
        this.payments = payments;
        this.clock = clock;
        this.money = money;
    }

    /** How it began. */
    sealed interface Claimed {

        /** Stored, and the money is its own as far as can be known. */
        record Begun(Refund refund) implements Claimed {}

        /** Stored, and must not go on. */
        record Denied(Refund refund, Sentence why) implements Claimed {}

        /** Nothing is stored. */
        record Refused(Sentence message) implements Claimed {}
    }

    Claimed begin(RefundStart.Source source) throws StoreException {
        Optional<TerminalSession> terminal = payments.terminal();
        RefundStart.Started started = store.write(tx -> {
            RefundStart.Started now = source.in(tx);
            if (!(now instanceof RefundStart.Started.Ready(Refund refund, boolean fresh))) {
                return now;
            }
            // What is certain to be refused is not claimed: a credit note that is taken back again leaves its trace.
            Sentence no = RefundIntention.standsInTheWay(tx, refund, terminal, clock);
            if (no != null) {
                return new RefundStart.Started.Refused(no);
            }
            book.beginClaimed(tx, refund);
            return now;
        });
        return switch (started) {
            case RefundStart.Started.Refused no -> new Claimed.Refused(no.message());
            case RefundStart.Started.Ready ready ->
                switch (money.claim(ready.refund())) {
                    case MoneyElsewhere.Claim.Denied no -> new Claimed.Denied(ready.refund(), no.message());
                    case MoneyElsewhere.Claim.NotAnswered _
                    when ready.refund().invoiceId() != null -> new Claimed.Denied(ready.refund(), LATE);
                    case MoneyElsewhere.Claim.Granted _, MoneyElsewhere.Claim.NotAnswered _ ->
                        new Claimed.Begun(ready.refund());
                };
        };
    }

    /**
     * Asks for RevKeen's word once more where a refund was begun and the till ended before it came; why the refund must not
     * go on without it, empty if it may.
     */
    Optional<Sentence> stillUnanswered(String refundId) throws StoreException {
        Optional<Refund> waiting = store.read(view -> view.refund(refundId)
                .filter(refund -> RefundClaim.row(view, refund)
                        .filter(row -> row.state() == OutboxState.WAITING)
                        .isPresent()));
        return waiting.flatMap(refund -> switch (money.claim(refund)) {
            case MoneyElsewhere.Claim.Denied no ->
                Optional.of(Sentence.of(
                        "refund.give-up-the-rest-of-this", "{0} Give up the rest of this refund.", no.message()));
            case MoneyElsewhere.Claim.NotAnswered _ when refund.invoiceId() != null -> Optional.of(LATE);
            case MoneyElsewhere.Claim.Granted _, MoneyElsewhere.Claim.NotAnswered _ -> Optional.empty();
        });
    }
}
