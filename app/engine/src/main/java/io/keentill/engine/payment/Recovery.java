package io.keentill.engine.payment;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.Waits;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Resolves what is not known by asking the terminal: at start-up, when an attempt becomes unknown, and every few seconds
 * until nothing is open any more. It never charges.
 */
public final class Recovery implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Recovery.class.getName());

    /** How long a till waits between two questions: what is open is known well within ten seconds of an answer. */
    public static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Outcome NEVER_RAN = new Outcome.Failed(Sentence.of(
            "payment.the-terminal-never-carried-out-this",
            "The terminal never carried out this payment. Nothing was charged."));

    /** How many pauses lie between questions about what is decided already. */
    private static final int SELDOM = 30;

    private final Payments payments;
    private final Duration pause;
    private final Waits waits;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /** Asks every {@code pause} while something is open. Starts at once with what a crash left behind. */
    public Recovery(Payments payments, Duration pause) {
        this(payments, pause, Waits.REAL);
    }

    /** The same by other than real time. */
    public Recovery(Payments payments, Duration pause, Waits waits) {
        this.payments = payments;
        this.pause = pause;
        this.waits = waits;
        this.thread = Thread.ofVirtual().name("payment-recovery").unstarted(this::loop);
        payments.onUnknown(wake::release);
        thread.start();
    }

    private void loop() {
        while (!closed) {
            boolean idle = false;
            boolean awaited = true;
            try {
                idle = resolveAll();
                awaited = !confirmAll();
            } catch (StoreException | RuntimeException | LinkageError e) {
                // A LinkageError is a native library of a driver that is missing or does not fit; the others are asked.
                LOG.log(System.Logger.Level.ERROR, "Open payments could not be resolved; asking again", e);
            }
            try {
                if (idle && !awaited) {
                    wake.acquire();
                } else if (!waits.acquire(wake, idle ? pause.multipliedBy(SELDOM) : pause)) {
                    continue;
                }
                wake.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Asks about everything open, unless a payment is running right now.
     *
     * @return whether nothing is left to ask about
     */
    public boolean resolveAll() throws StoreException {
        return payments.whileNoneRuns(() -> {
            // All are taken in before the first is asked about: a terminal that is away keeps nobody in the dark for
            // long.
            List<PaymentAttempt> doubtful = new ArrayList<>();
            for (PaymentAttempt attempt : payments.openOrThrow()) {
                doubtful.add(takenIn(attempt));
            }
            boolean idle = true;
            for (PaymentAttempt attempt : doubtful) {
                idle &= !resolve(attempt).state().isOpen();
            }
            return idle;
        });
    }

    /**
     * Asks the terminal about what managers decided, unless a payment is running: it may know by now.
     *
     * @return whether it has spoken about all of them
     */
    public boolean confirmAll() throws StoreException {
        return payments.whileNoneRuns(() -> {
            boolean all = true;
            for (PaymentAttempt decided : payments.unconfirmed()) {
                Optional<QueryAnswer> answer = ask(decided);
                if (answer.isPresent() && answer.get() instanceof QueryAnswer.Found found) {
                    payments.settle(decided, found.outcome());
                } else if (answer.isPresent() && answer.get() instanceof QueryAnswer.NotFound) {
                    payments.settle(decided, NEVER_RAN);
                } else {
                    all = false;
                }
            }
            return all;
        });
    }

    /** What ran when the till stopped is run by nobody any more. */
    private PaymentAttempt takenIn(PaymentAttempt attempt) throws StoreException {
        return switch (attempt.state()) {
            case INTENDED ->
                payments.settle(
                        attempt,
                        new Outcome.Failed(Sentence.of(
                                "payment.the-till-stopped-before-the-terminal",
                                "The till stopped before the terminal was asked. Nothing was charged.")));
            case SENT ->
                payments.settle(
                        attempt,
                        new Outcome.Unknown(Sentence.of(
                                "payment.the-till-stopped-before-the-terminal-had",
                                "The till stopped before the terminal had answered")));
            default -> attempt;
        };
    }

    private PaymentAttempt resolve(PaymentAttempt doubtful) throws StoreException {
        if (!doubtful.state().isOpen()) {
            return doubtful;
        }
        Optional<QueryAnswer> answer = ask(doubtful);
        if (answer.isEmpty()) {
            return doubtful;
        }
        return switch (answer.get()) {
            case QueryAnswer.Found found -> payments.settle(doubtful, found.outcome());
            case QueryAnswer.NotFound never -> payments.settle(doubtful, NEVER_RAN);
            case QueryAnswer.InProgress later -> doubtful;
            case QueryAnswer.CannotTell why -> {
                LOG.log(System.Logger.Level.WARNING, "Payment {0}: {1}", doubtful.reference(), why.why());
                yield doubtful;
            }
            case QueryAnswer.Unreachable why -> doubtful;
        };
    }

    /** The terminal's answer, if it is the one in use. */
    private Optional<QueryAnswer> ask(PaymentAttempt attempt) {
        return payments.terminal()
                .filter(t -> t.address().equals(attempt.terminal()))
                .map(t -> t.query(past(attempt)));
    }

    private static PastAttempt past(PaymentAttempt attempt) {
        Instant sent = attempt.sentAt() == null ? attempt.createdAt() : attempt.sentAt();
        String hint = attempt.recoveryHint() == null ? "" : attempt.recoveryHint();
        return new PastAttempt(attempt.reference(), attempt.kind(), attempt.amount(), sent, hint);
    }

    /** Asks at once, for instance because the terminal is there again. */
    public void wake() {
        wake.release();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
