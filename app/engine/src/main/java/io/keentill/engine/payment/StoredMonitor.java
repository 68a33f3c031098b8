package io.keentill.engine.payment;

import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Progress;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.store.StoreException;

/** Puts a driver's commit points into the store. */
final class StoredMonitor implements AttemptMonitor {

    private final AttemptBook book;
    private final SlipBook slips;
    private final TillEvents events;
    private final PaymentAttempt attempt;
    private final Runnable began;

    /** {@code began} runs when the driver is surely at work on the attempt. */
    StoredMonitor(AttemptBook book, SlipBook slips, TillEvents events, PaymentAttempt attempt, Runnable began) {
        this.book = book;
        this.slips = slips;
        this.events = events;
        this.attempt = attempt;
        this.began = began;
    }

    @Override
    public void sending(String recoveryHint) throws NotDurableException {
        try {
            book.sending(attempt.id(), recoveryHint);
        } catch (StoreException e) {
            throw new NotDurableException(
                    Sentence.of(
                            "payment.not-durable-before", "The payment could not be written down before it was sent"),
                    e);
        }
    }

    @Override
    public void progress(Progress progress) {
        began.run();
        events.publish(new TillEvent.PaymentProgress(attempt.reference(), progress));
    }

    @Override
    public void outcome(Outcome outcome) throws NotDurableException {
        try {
            // First, because a terminal that has the till print takes its word for it that there is paper.
            slips.keep(attempt.id(), outcome);
            Verdict verdict = Verdict.of(outcome, attempt.amount());
            if (verdict.state() == AttemptState.APPROVED) {
                book.answered(attempt.id(), verdict);
            } else {
                book.settle(attempt.id(), verdict);
            }
        } catch (StoreException e) {
            throw new NotDurableException(
                    Sentence.of("payment.not-durable-after", "The outcome of the payment could not be written down"),
                    e);
        }
    }
}
