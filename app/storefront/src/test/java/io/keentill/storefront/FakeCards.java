package io.keentill.storefront;

import static io.keentill.storefront.FakeTill.NOW;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** The terminal of a {@link FakeTill}, which answers what it is told to, and the attempts on it. */
final class FakeCards {

    final List<PaymentAttempt> interrupted = new CopyOnWriteArrayList<>();
    private final FakeTill till;
    private final List<PaymentAttempt> attempts = new ArrayList<>();
    private final List<PaymentAttempt> open = new ArrayList<>();
    private final BlockingQueue<AttemptState> outcomes = new LinkedBlockingQueue<>();

    FakeCards(FakeTill till) {
        this.till = till;
    }

    void says(AttemptState outcome) {
        outcomes.add(outcome);
    }

    /** Runs until the terminal has been told what to say. */
    PaymentAttempt run(PaymentKind kind, String orderId, Money amount, String operator) {
        till.cancelAsked = false;
        String id = till.id();
        PaymentAttempt sent = Sample.attempt(
                        id, "PQ4T7" + id.substring(2), orderId, kind, amount, "zvt:tcp:127.0.0.1:20007", operator)
                .sent("hint", NOW);
        till.say(Progress.Stage.WAITING_FOR_CARD, "Please present card");
        try {
            return ended(sent, outcomes.take());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized PaymentAttempt ended(PaymentAttempt sent, AttemptState outcome) {
        Money approved = outcome == AttemptState.APPROVED ? sent.amount() : null;
        Sentence why = outcome == AttemptState.APPROVED ? null : Sentence.quoted("Card refused by issuer (05)");
        CardDetails card = CardDetails.builder()
                .scheme("VISA")
                .cardNumber("411111xxxxxx1111")
                .build();
        PaymentAttempt done = sent.resolved(outcome, approved, approved == null ? CardDetails.NONE : card, why, NOW);
        attempts.add(done);
        if (outcome == AttemptState.UNKNOWN) {
            open.add(done);
        }
        return done;
    }

    /** The terminal tells what became of the first that is open. */
    synchronized PaymentAttempt resolve(AttemptState outcome) {
        PaymentAttempt attempt = open.removeFirst();
        boolean approved = outcome == AttemptState.APPROVED;
        return attempt.resolved(
                outcome,
                approved ? attempt.amount() : null,
                CardDetails.NONE,
                approved ? null : Sentence.quoted("Not paid, says the terminal"),
                NOW);
    }

    synchronized void opened(PaymentAttempt attempt) {
        open.add(attempt);
    }

    /** Somebody decided about it. */
    synchronized void decided(PaymentAttempt attempt) {
        open.remove(attempt);
    }

    synchronized List<PaymentAttempt> open() {
        return List.copyOf(open);
    }

    synchronized List<PaymentAttempt> ofOrder(String orderId) {
        return attempts.stream().filter(a -> orderId.equals(a.orderId())).toList();
    }
}
