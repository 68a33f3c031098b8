package io.keentill.engine.payment;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.SaleBook;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Payments on one terminal without a sale on the counter, for installers and scripts: as durable as any other, in the same
 * store and through the same state machine. Opening it asks about what an earlier run left open on this terminal.
 */
public final class TerminalDesk implements AutoCloseable {

    private final TillStore store;
    private final TerminalSession terminal;
    private final Payments payments;
    private final Recovery recovery;

    /** A desk for {@code terminal}, which it closes; {@code store} stays its caller's. */
    public TerminalDesk(
            TillStore store,
            TerminalSession terminal,
            IdSource ids,
            InstantSource clock,
            TillEvents events,
            Duration askEvery) {
        this.store = store;
        this.terminal = terminal;
        this.payments = new Payments(store, new SaleBook(clock), ids, clock, events);
        payments.use(terminal);
        this.recovery = new Recovery(payments, askEvery);
    }

    /** Takes {@code amount}. Blocks like {@link Payments#pay}. */
    public DirectResult take(Money amount, String operator) {
        return payments.run(new DirectIntent(PaymentKind.SALE, amount, null, false), operator);
    }

    /**
     * Gives money back.
     *
     * @param original reference of the payment to refund; null for a card presented now
     * @param amount null for all that is left of the original
     */
    public DirectResult refund(@Nullable String original, @Nullable Money amount, String operator) {
        Set<Capability> can = terminal.capabilities();
        boolean linked = can.contains(Capability.LINKED_REFUND);
        boolean possible = can.contains(Capability.REFUND) || (linked && original != null);
        if (!possible) {
            return new DirectResult.Refused(
                    linked
                            ? Sentence.of(
                                    "payment.this-terminal-gives-money-back-on",
                                    "This terminal gives money back on an earlier payment only: name it with its"
                                            + " reference.")
                            : Sentence.of(
                                    "payment.this-kind-of-terminal-cannot-give",
                                    "This kind of terminal cannot give money back for the till."));
        }
        return payments.run(new DirectIntent(PaymentKind.REFUND, amount, original, linked), operator);
    }

    /** Undoes an unsettled payment as a whole. */
    public DirectResult undo(String original, String operator) {
        if (!terminal.capabilities().contains(Capability.REVERSAL)) {
            return new DirectResult.Refused(Sentence.of(
                    "payment.this-kind-of-terminal-cannot-undo",
                    "This kind of terminal cannot undo a payment for the till."));
        }
        return payments.run(new DirectIntent(PaymentKind.REVERSAL, null, original, true), operator);
    }

    /** Asks to stop what runs. */
    public void requestCancel() {
        payments.requestCancel();
    }

    /** What is still open on this terminal, oldest first. */
    public List<PaymentAttempt> open() {
        return payments.open().stream()
                .filter(a -> a.terminal().equals(terminal.address()))
                .toList();
    }

    /** An attempt as it is stored now. */
    public Optional<PaymentAttempt> attempt(String id) throws StoreException {
        return store.read(view -> view.attempt(id));
    }

    /** What the terminal had the till print for an attempt. */
    public TerminalSlip slip(String id) {
        return payments.slip(id);
    }

    /** The terminal. */
    public TerminalSession terminal() {
        return terminal;
    }

    @Override
    public void close() {
        recovery.close();
        terminal.close();
    }
}
