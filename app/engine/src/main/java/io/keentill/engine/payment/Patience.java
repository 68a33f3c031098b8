package io.keentill.engine.payment;

import io.keentill.engine.Waits;
import io.keentill.store.StoreException;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits for the till's own questions to the terminal, and for nothing else. While a payment is open the till asks about it
 * every few seconds, and a terminal that is away lets each question run into its time-out: whoever did not wait would be
 * sent away again and again.
 */
public final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Payments payments;
    private final Waits waits;

    /** By the time of {@code waits}. */
    public Patience(Payments payments, Waits waits) {
        this.payments = payments;
        this.waits = waits;
    }

    /**
     * Runs {@code work} between two questions, within ten seconds, and lets no payment begin meanwhile. Empty without
     * running it where a payment runs, where the questions took longer, or where the thread was interrupted.
     */
    public <T> Optional<T> run(Payments.IdleWork<T> work) throws StoreException {
        long end = waits.nanos() + LONGEST.toNanos();
        Optional<T> done = payments.whileIdle(work);
        while (done.isEmpty() && payments.running().isEmpty() && waits.nanos() - end < 0) {
            try {
                waits.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return done;
            }
            done = payments.whileIdle(work);
        }
        return done;
    }
}
