package io.keentill.engine.payment;

import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.SaleBook;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Card payments on this till's terminal, with the state machine that survives anything: intent stored before the first
 * byte, outcome stored before it is shown or confirmed, doubt stored as UNKNOWN and resolved by asking.
 *
 * <p>{@link #pay} blocks its thread until the payment has an outcome or is unknown; call it from a worker.
 */
public final class Payments {

    private static final System.Logger LOG = System.getLogger(Payments.class.getName());

    private final TillStore store;
    private final AttemptBook book;
    private final SlipBook slips;
    private final TillEvents events;
    private final RunningPayment running;
    private final Settlement settlement;
    private final LinkBook links;
    private final InstantSource clock;
    private final AtomicReference<@Nullable TerminalSession> session = new AtomicReference<>();
    private final AtomicBoolean paying = new AtomicBoolean();
    /** Held from intent to outcome, and while asking: nobody takes a payment that is just starting for a lost one. */
    private final ReentrantLock gate = new ReentrantLock(true);

    /** Payments kept in {@code store}. */
    public Payments(TillStore store, SaleBook sales, IdSource ids, InstantSource clock, TillEvents events) {
        this.store = store;
        this.book = new AttemptBook(store, sales, ids, clock);
        this.slips = new SlipBook(store);
        this.events = events;
        this.running = new RunningPayment(book, slips, events, this::terminal);
        this.settlement = new Settlement(store, book, slips, events);
        this.clock = clock;
        this.links = new LinkBook(store, book, this, ids, clock);
    }

    /** Payments by link: kept as those on a terminal are, and asked about by nobody here. */
    public LinkBook links() {
        return links;
    }

    /** Uses this terminal from now on; null takes it away. Returns the one used before. */
    public @Nullable TerminalSession use(@Nullable TerminalSession terminal) {
        return session.getAndSet(terminal);
    }

    /** The terminal in use. */
    public Optional<TerminalSession> terminal() {
        return Optional.ofNullable(session.get());
    }

    /** Runs whenever an attempt became unknown: wakes the recovery. */
    public void onUnknown(Runnable wake) {
        settlement.onUnknown(wake);
    }

    /** Takes {@code amount} of what is due on an order by card. */
    public CardResult pay(String orderId, Money amount, String operator) {
        return paid(run(new SaleIntent(orderId, amount, clock.instant()), operator));
    }

    /** What an attempt to take money for an order means for the order. */
    CardResult paid(DirectResult result) {
        return switch (result) {
            case DirectResult.Refused no -> new CardResult.Refused(no.message());
            case DirectResult.Ran ran -> result(ran.attempt());
        };
    }

    /**
     * Carries out whatever is intended, unless something runs already or the store does not allow it. Blocks its thread
     * until it has an outcome or is unknown.
     */
    public DirectResult run(Intention wish, String operator) {
        TerminalSession terminal = session.get();
        if (terminal == null) {
            return new DirectResult.Refused(Sentence.of(
                    "payment.no-terminal-is-set-up-use", "No terminal is set up. Use cash, or pair a terminal first."));
        }
        // Not queued behind the running one: a second press must not charge again when the first was declined.
        if (!paying.compareAndSet(false, true)) {
            return new DirectResult.Refused(Sentence.of(
                    "payment.a-card-payment-is-running-already",
                    "A card payment is running already. Nothing was sent for this one."));
        }
        gate.lock();
        try {
            return switch (book.intend(wish, terminal.address(), operator)) {
                case AttemptBook.Intent.Refused no -> new DirectResult.Refused(no.message());
                case AttemptBook.Intent.Stored stored -> new DirectResult.Ran(run(terminal, stored));
            };
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A payment could not be stored", e);
            return new DirectResult.Refused(
                    Sentence.of("payment.nothing-was-charged", "{0} Nothing was charged.", e.said()));
        } finally {
            gate.unlock();
            paying.set(false);
        }
    }

    private PaymentAttempt run(TerminalSession terminal, AttemptBook.Intent.Stored stored) throws StoreException {
        PaymentAttempt intent = stored.attempt();
        try {
            String originalId = intent.originalId();
            Optional<PaymentAttempt> original = originalId == null ? Optional.empty() : attempt(originalId);
            return run(terminal, intent, Requests.of(intent, original.orElse(null), stored.linked()));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The outcome of payment " + intent.reference() + " is not stored", e);
            Sentence again = DirectIntent.takesMoney(intent.kind())
                    ? Sentence.of("payment.charge-again", "charge again.")
                    : Sentence.of("payment.repeat-it", "repeat it.");
            return book.doubted(
                    intent,
                    Sentence.of(
                            "payment.the-outcome-could-not-be-stored",
                            "The outcome could not be stored: {0} Do not {1}",
                            e.said(),
                            again));
        }
    }

    /**
     * Carries out what RevKeen commanded for this terminal, at most once per reference: known references are answered from
     * the store and move nothing. The clerk is told once the intent is stored.
     */
    public CommandResult execute(RemoteCommand command) throws StoreException {
        return execute(command, () -> false, tx -> {});
    }

    /**
     * The same for a command that may be taken back while it waits for its turn.
     *
     * @param withdrawn whether it has been, asked when its turn has come and nothing is stored yet
     * @param along what is to be stored with its intent, and only then
     */
    public CommandResult execute(RemoteCommand command, BooleanSupplier withdrawn, Consumer<Tx> along)
            throws StoreException {
        Optional<PaymentAttempt> known = store.read(view -> view.attemptByReference(command.reference()));
        if (known.isPresent()) {
            return new CommandResult.Known(known.get());
        }
        TerminalSession terminal = session.get();
        if (terminal == null) {
            return new CommandResult.NotNow(
                    Sentence.of("payment.no-terminal-is-set-up-on", "No terminal is set up on this till"));
        }
        gate.lock();
        try {
            // Asked again under the gate: the same command may have come twice, and the other one was first.
            Optional<PaymentAttempt> meanwhile = store.read(view -> view.attemptByReference(command.reference()));
            if (meanwhile.isPresent()) {
                return new CommandResult.Known(meanwhile.get());
            }
            if (withdrawn.getAsBoolean()) {
                return new CommandResult.NotNow(Sentence.of(
                        "payment.cancelled-in-revkeen-before-it-began", "Cancelled in RevKeen before it began here"));
            }
            CommandIntent wish = new CommandIntent(command, terminal.capabilities(), along);
            return switch (book.intend(wish, terminal.address(), BackElsewhere.COMMANDED)) {
                case AttemptBook.Intent.Refused no -> new CommandResult.NotNow(no.message());
                case AttemptBook.Intent.Stored stored -> new CommandResult.Known(commanded(terminal, command, stored));
            };
        } finally {
            gate.unlock();
        }
    }

    private PaymentAttempt commanded(TerminalSession terminal, RemoteCommand command, AttemptBook.Intent.Stored stored)
            throws StoreException {
        PaymentAttempt intent = stored.attempt();
        String originalId = intent.originalId();
        PaymentAttempt original = originalId == null
                ? null
                : store.read(view -> view.attempt(originalId)).orElseThrow();
        String orderId = original == null ? null : original.orderId();
        Optional<Order> sale = orderId == null ? Optional.empty() : store.read(view -> view.order(orderId));
        events.publish(new TillEvent.PaymentCommanded(
                command.reference(),
                command.kind(),
                command.amount(),
                sale.map(Order::reference).orElse(null)));
        return run(terminal, intent, Requests.of(intent, original, stored.linked()));
    }

    /** What came of a command from elsewhere. */
    public sealed interface CommandResult {
        /** This attempt stands for it, perhaps still open. */
        record Known(PaymentAttempt attempt) implements CommandResult {}

        /** Not carried out; nothing moved. */
        record NotNow(Sentence message) implements CommandResult {}
    }

    private PaymentAttempt run(TerminalSession terminal, PaymentAttempt intent, TerminalRequest request)
            throws StoreException {
        Outcome outcome = running.perform(terminal, intent, request);
        try {
            return settle(intent, outcome);
        } catch (StoreException e) {
            // Still open in the store: the recovery settles it once the store takes writes again.
            settlement.unknown();
            throw e;
        }
    }

    /** Stores an outcome and tells about it; nothing is told when the attempt stays as it was. */
    PaymentAttempt settle(PaymentAttempt attempt, Outcome outcome) throws StoreException {
        return settlement.settle(attempt, outcome);
    }

    /**
     * Stores what a manager decided about a payment that no terminal can answer for.
     *
     * @param manager who, already proven
     */
    OverrideResult decide(String attemptId, Evidence evidence, String manager, Patience patience) {
        try {
            return patience.run(() -> settlement.decide(attemptId, evidence, manager))
                    .orElseGet(() -> new OverrideResult.Refused(Sentence.of(
                            "payment.a-payment-is-running-or-the",
                            "A payment is running, or the terminal is being asked right now. Try again in a"
                                    + " moment.")));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A decision about a payment could not be stored", e);
            return new OverrideResult.Refused(
                    Sentence.of("payment.nothing-was-decided", "{0} Nothing was decided.", e.said()));
        }
    }

    /** Payments that a manager decided and of which the terminal has said nothing yet, the oldest first. */
    List<PaymentAttempt> unconfirmed() throws StoreException {
        return store.read(view -> view.decisions(ManagerDecision.Word.AWAITED).stream()
                .map(d -> view.attempt(d.attemptId()).orElseThrow())
                .filter(a -> !LinkAddress.is(a.terminal()))
                .toList());
    }

    /** Asks the terminal to stop the running payment. The outcome still comes from {@link #pay}. */
    public void requestCancel() {
        running.requestCancel();
    }

    /** Asks to stop the running payment if it has this reference. */
    public void cancelIfRunning(String reference) {
        if (running().filter(reference::equals).isPresent()) {
            requestCancel();
        }
    }

    /** Payments whose outcome is not known, oldest first; the running one is among them. */
    public List<PaymentAttempt> open() {
        try {
            return store.read(View::openAttempts);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Open payments could not be read", e);
            return List.of();
        }
    }

    /** Those on terminals, for whoever must not take a store that cannot be read for a clean slate. */
    List<PaymentAttempt> openOrThrow() throws StoreException {
        return store.read(View::openAttempts).stream()
                .filter(a -> !LinkAddress.is(a.terminal()))
                .toList();
    }

    /** An attempt by id. */
    public Optional<PaymentAttempt> attempt(String id) {
        try {
            return store.read(view -> view.attempt(id));
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Payment " + id + " could not be read", e);
            return Optional.empty();
        }
    }

    /** What the terminal had the till print for an attempt. */
    public TerminalSlip slip(String attemptId) {
        try {
            return slips.slip(attemptId);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The slip of payment " + attemptId + " could not be read", e);
            return TerminalSlip.NONE;
        }
    }

    /** The reference of the payment that runs right now. */
    public Optional<String> running() {
        return running.reference();
    }

    /**
     * Runs {@code work} if no payment runs, and lets none begin meanwhile; empty without running it otherwise.
     */
    public <T> Optional<T> whileIdle(IdleWork<T> work) throws StoreException {
        if (!gate.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.run());
        } finally {
            gate.unlock();
        }
    }

    /** What is done on a terminal on which no payment runs. */
    @FunctionalInterface
    public interface IdleWork<T> {
        /** Does it. */
        T run() throws StoreException;
    }

    /** Runs {@code work} if no payment is running; answers false without running it otherwise. */
    boolean whileNoneRuns(Questions work) throws StoreException {
        if (!gate.tryLock()) {
            return false;
        }
        try {
            return work.askAll();
        } finally {
            gate.unlock();
        }
    }

    /** Asks about open payments. */
    @FunctionalInterface
    interface Questions {
        boolean askAll() throws StoreException;
    }

    private CardResult result(PaymentAttempt attempt) {
        Order order;
        try {
            order = store.read(view -> view.order(Objects.requireNonNull(attempt.orderId())))
                    .orElseThrow();
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "A paid order could not be read", e);
            return new CardResult.Refused(Sentence.of(
                    "payment.payment-is-do-not-charge-again",
                    "{0} Payment {1} is {2}: do not charge again.",
                    e.said(),
                    attempt.reference(),
                    attempt.state()));
        }
        return switch (attempt.state()) {
            case APPROVED -> new CardResult.Paid(order, attempt);
            case DECLINED, CANCELLED, FAILED -> new CardResult.NotPaid(order, attempt);
            case INTENDED, SENT, UNKNOWN, OVERRIDDEN -> new CardResult.NotKnown(order, attempt);
        };
    }
}
