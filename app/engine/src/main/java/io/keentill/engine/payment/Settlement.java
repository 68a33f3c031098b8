package io.keentill.engine.payment;

import io.keentill.device.terminal.Outcome;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.util.Optional;

/** Stores how payments ended, and tells whoever shows the payment, its sale or its refund. */
final class Settlement {

    private final TillStore store;
    private final AttemptBook book;
    private final SlipBook slips;
    private final TillEvents events;
    private volatile Runnable whenUnknown = () -> {};

    Settlement(TillStore store, AttemptBook book, SlipBook slips, TillEvents events) {
        this.store = store;
        this.book = book;
        this.slips = slips;
        this.events = events;
    }

    /** Runs whenever something is left to ask about. */
    void onUnknown(Runnable wake) {
        whenUnknown = wake;
    }

    /** Something is left to ask about. */
    void unknown() {
        whenUnknown.run();
    }

    /** Stores an outcome and tells about it; nothing is told when the attempt stays as it was. */
    PaymentAttempt settle(PaymentAttempt attempt, Outcome outcome) throws StoreException {
        slips.keep(attempt.id(), outcome);
        PaymentAttempt settled = book.settle(attempt.id(), Verdict.of(outcome, attempt.amount()));
        if (settled.state() == attempt.state()) {
            return settled;
        }
        events.publish(new TillEvent.PaymentResolved(settled));
        tell(settled);
        if (settled.state() == AttemptState.UNKNOWN) {
            unknown();
        }
        return settled;
    }

    /** Stores what {@code manager}, already proven, decided about a payment that no terminal can answer for. */
    OverrideResult decide(String attemptId, Evidence evidence, String manager) throws StoreException {
        OverrideResult result = store.write(tx -> {
            Optional<PaymentAttempt> attempt = tx.attempt(attemptId);
            Optional<Sentence> no = attempt.isEmpty()
                    ? Optional.of(
                            Sentence.of("payment.this-till-knows-no-such-payment", "This till knows no such payment."))
                    : OverrideCheck.problem(attempt.get(), evidence);
            return no.isPresent()
                    ? new OverrideResult.Refused(no.get())
                    : new OverrideResult.Decided(book.decide(tx, attempt.orElseThrow(), evidence, manager));
        });
        if (result instanceof OverrideResult.Decided(PaymentAttempt decided)) {
            events.publish(new TillEvent.PaymentResolved(decided));
            tell(decided);
            unknown();
        }
        return result;
    }

    /** Tells what became of the sale or the refund that the attempt is part of. */
    private void tell(PaymentAttempt settled) throws StoreException {
        String orderId = settled.orderId();
        if (DirectIntent.takesMoney(settled.kind()) && orderId != null) {
            store.read(view -> view.order(orderId)).ifPresent(o -> events.publish(new TillEvent.OrderChanged(o)));
            return;
        }
        Optional<Refund> refund = store.read(view -> view.refundOfAttempt(settled.id()));
        refund.ifPresent(r -> events.publish(new TillEvent.RefundChanged(r)));
    }
}
