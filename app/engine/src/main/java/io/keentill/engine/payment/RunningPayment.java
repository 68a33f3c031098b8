package io.keentill.engine.payment;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.TillEvents;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The payment that runs on the terminal now, if one does, and the wish to stop it. */
final class RunningPayment {

    private static final System.Logger LOG = System.getLogger(RunningPayment.class.getName());

    private final AttemptBook book;
    private final SlipBook slips;
    private final TillEvents events;
    private final Supplier<Optional<TerminalSession>> inUse;
    private final AtomicReference<@Nullable String> running = new AtomicReference<>();
    private volatile @Nullable String cancelWanted;

    /** @param inUse the terminal that is in use at the moment of asking */
    RunningPayment(AttemptBook book, SlipBook slips, TillEvents events, Supplier<Optional<TerminalSession>> inUse) {
        this.book = book;
        this.slips = slips;
        this.events = events;
        this.inUse = inUse;
    }

    /** Carries it out on this terminal; a driver that fails leaves it unknown. */
    Outcome perform(TerminalSession terminal, PaymentAttempt intent, TerminalRequest request) {
        running.set(intent.reference());
        try {
            return terminal.perform(
                    request, new StoredMonitor(book, slips, events, intent, () -> repeatCancel(intent.reference())));
        } catch (RuntimeException | LinkageError e) {
            // A LinkageError is a native library that is missing or does not fit; the till goes on without it.
            LOG.log(System.Logger.Level.ERROR, "The driver failed on payment " + intent.reference(), e);
            return new Outcome.Unknown(Sentence.of(
                    "payment.the-terminal-driver-failed", "The terminal driver failed: {0}", e.getMessage()));
        } finally {
            running.set(null);
        }
    }

    /** Its reference. */
    Optional<String> reference() {
        return Optional.ofNullable(running.get());
    }

    /** Asks again for a cancel that came before the driver had begun. */
    private void repeatCancel(String reference) {
        TerminalSession terminal = inUse.get().orElse(null);
        if (reference.equals(cancelWanted) && terminal != null) {
            cancelWanted = null;
            terminal.requestCancel(reference);
        }
    }

    /** Asks the terminal to stop it. */
    void requestCancel() {
        String reference = running.get();
        TerminalSession terminal = inUse.get().orElse(null);
        if (reference != null && terminal != null) {
            cancelWanted = reference;
            terminal.requestCancel(reference);
        }
    }
}
