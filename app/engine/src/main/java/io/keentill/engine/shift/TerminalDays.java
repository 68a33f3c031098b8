package io.keentill.engine.shift;

import io.keentill.device.terminal.Settlement;
import io.keentill.device.terminal.Totals;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.SaleBook;
import io.keentill.engine.payment.Patience;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.TerminalSession;
import io.keentill.store.SettlementRow;
import io.keentill.store.StoreException;
import io.keentill.store.TaskRow;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Ends of day on the till's terminal: what this till's books, the terminal and RevKeen say of the same payments is laid side
 * by side. Which payments that are is stamped on them; no time decides it. Neither waits for a shift to close nor keeps one
 * from closing.
 */
public final class TerminalDays {

    /** The task that a terminal's day is still to be closed. */
    public static final String DAY_OPEN = OpenDays.TASK;

    /** The task that somebody's figures differ. */
    public static final String DIFFERS = "terminal.differs";

    private static final System.Logger LOG = System.getLogger(TerminalDays.class.getName());

    private final TillStore store;
    private final Payments payments;
    private final Patience patience;
    private final OpenDays openDays;
    private final IdSource ids;
    private final InstantSource clock;
    private final Currency currency;
    private volatile CardsElsewhere elsewhere = taken -> new CardsElsewhere.Answer.NotTold(
            Sentence.of("shift.this-till-is-not-connected-with", "This till is not connected with RevKeen."));

    /** Days of the terminal that {@code payments} uses, counted in {@code currency}; waits for the till's own questions. */
    public TerminalDays(
            TillStore store, Payments payments, Waits waits, IdSource ids, InstantSource clock, Currency currency) {
        this.store = store;
        this.payments = payments;
        this.patience = new Patience(payments, waits);
        this.openDays = new OpenDays(store, ids, clock);
        this.ids = ids;
        this.clock = clock;
        this.currency = currency;
    }

    /** Days of one terminal, without the rest of the till: for whoever works at its machine. */
    public static TerminalDays of(
            TillStore store, TerminalSession terminal, IdSource ids, InstantSource clock, Currency currency) {
        Payments payments = new Payments(store, new SaleBook(clock), ids, clock, new TillEvents());
        payments.use(terminal);
        return new TerminalDays(store, payments, Waits.REAL, ids, clock, currency);
    }

    /** Compares with this from now on. */
    public void askElsewhere(CardsElsewhere cards) {
        elsewhere = cards;
    }

    /**
     * Closes the day and compares it; as {@link ShiftDesk#endTerminalDay} says.
     *
     * @param operator who; somebody that the till does not know works at its machine and may
     */
    public TerminalDay end(String operator) {
        Optional<TerminalSession> terminal = payments.terminal();
        if (terminal.isEmpty()) {
            return new TerminalDay.Refused(Sentence.of(
                    "shift.no-terminal-is-set-up-so", "No terminal is set up, so there is no day of one to close."));
        }
        try {
            Optional<Sentence> no = store.read(view -> Optional.ofNullable(ShiftRule.mayNot(
                    view,
                    operator,
                    Permission.CLOSE_DAY,
                    Sentence.of("shift.closing-the-terminals-day", "Closing the terminal's day"))));
            if (no.isPresent()) {
                return new TerminalDay.Refused(no.get());
            }
            Optional<TerminalDay> done = patience.run(() -> settle(terminal.get(), operator));
            return done.isPresent() ? compared(done.get(), operator) : new TerminalDay.Refused(why());
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "The terminal's end of day could not be stored", e);
            return new TerminalDay.NotClosed(Sentence.of(
                    "shift.close-the-terminals-day-again-that",
                    "{0} Close the terminal's day again; that is safe.",
                    e.said()));
        }
    }

    private Sentence why() {
        return payments.running().isPresent()
                ? Sentence.of(
                        "shift.a-card-payment-is-running-close",
                        "A card payment is running. Close the terminal's day after it.")
                : Sentence.of(
                        "payment.a-payment-is-running-or-the",
                        "A payment is running, or the terminal is being asked right now. Try again in a" + " moment.");
    }

    private TerminalDay settle(TerminalSession terminal, String operator) throws StoreException {
        String address = terminal.address();
        Optional<PaymentAttempt> open = store.read(view -> view.openAttemptOn(address));
        if (open.isPresent()) {
            return later(address, operator, notDecided(open.get()), openDays.isDoubted(address));
        }
        boolean doubted = openDays.begun(address, operator);
        return switch (terminal.settle(currency)) {
            case Settlement.NotClosed no -> later(address, operator, no.message(), doubted);
            case Settlement.NotKnown doubt -> later(address, operator, doubt.message(), true);
            case Settlement.Closed closed -> closed(terminal, closed.totals(), operator, doubted);
        };
    }

    private static Sentence notDecided(PaymentAttempt open) {
        return Sentence.of(
                "shift.payment-on-it-is-not-decided",
                "Payment {0} on it is not decided yet. Resolve it first.",
                open.reference());
    }

    private TerminalDay later(String terminal, String operator, Sentence why, boolean doubted) throws StoreException {
        return new TerminalDay.NotClosed(
                doubted ? openDays.notKnown(terminal, operator, why) : openDays.notClosed(terminal, operator, why));
    }

    private TerminalDay closed(TerminalSession terminal, Totals totals, String operator, boolean doubted)
            throws StoreException {
        return store.write(tx -> {
            List<PaymentAttempt> booked = tx.shifts().unsettled(terminal.address());
            SettlementRow row = new SettlementRow(
                    ids.next(),
                    terminal.address(),
                    tx.shifts().current(),
                    booked.size(),
                    net(booked),
                    totals.count(),
                    totals.net(),
                    operator,
                    clock.instant());
            tx.shifts().settle(row);
            openDays.closed(tx, terminal.address(), operator);
            tx.appendJournal(
                    "terminal.settled",
                    operator,
                    terminal.address(),
                    JournalText.of("till", row.tillNet(), "terminal", row.terminalNet())
                            .with("till_count", row.tillCount())
                            .with("terminal_count", row.terminalCount())
                            .json());
            List<Sentence> differences = new ArrayList<>();
            if (!row.difference().isZero()) {
                differences.add(differs(row, doubted));
                task(tx, row, differences.getFirst());
            }
            return new TerminalDay.Closed(
                    row,
                    new CardsElsewhere.Answer.NotTold(Sentence.of("shift.not-asked-yet", "Not asked yet.")),
                    differences,
                    totals);
        });
    }

    private static Sentence differs(SettlementRow row, boolean doubted) {
        return doubted
                ? Sentence.of(
                        "shift.an-earlier-close-may-have-counted",
                        "{0} First look at the report of the close before: nobody heard how it ended, and it may have"
                                + " counted these payments.",
                        differs(row))
                : differs(row);
    }

    private static Sentence differs(SettlementRow row) {
        boolean more = row.difference().isPositive();
        return Sentence.of(
                "shift.terminal-closed-its-day-with-payments",
                "Terminal {0} closed its day with {1} payments, net {2}; this till's books have"
                        + " {3}, net {4}, so {5}",
                row.terminal(),
                row.terminalCount(),
                row.terminalNet(),
                row.tillCount(),
                row.tillNet(),
                more
                        ? Sentence.of(
                                "shift.more-at-terminal",
                                "{0} more is at the terminal. Look on its report for payments that this till did"
                                        + " not start, and give back what nobody bought.",
                                row.difference())
                        : Sentence.of(
                                "shift.less-at-terminal",
                                "{0} less is at the terminal. Compare its report with the card payments of the"
                                        + " shift, and ask the acquirer for those that are missing.",
                                row.difference().negated()));
    }

    private Money net(List<PaymentAttempt> booked) {
        Money net = Money.zero(currency);
        for (PaymentAttempt attempt : booked) {
            Money moved = attempt.approved();
            if (moved != null && moved.currency().equals(currency)) {
                boolean back = attempt.kind() == PaymentKind.REFUND || attempt.kind() == PaymentKind.REVERSAL;
                net = back ? net.minus(moved) : net.plus(moved);
            }
        }
        return net;
    }

    private void task(Tx tx, SettlementRow row, Sentence text) {
        tx.saveTask(TaskRow.open(ids.next(), DIFFERS, row.id(), text, clock.instant()));
    }

    /** RevKeen is asked after the terminal is free again. */
    private TerminalDay compared(TerminalDay day, String operator) throws StoreException {
        if (!(day instanceof TerminalDay.Closed closed)) {
            return day;
        }
        SettlementRow row = closed.settlement();
        List<PaymentAttempt> taken = store.read(view -> view.shifts().settled(row.id())).stream()
                .filter(a -> a.orderId() != null)
                .filter(a -> a.kind() == PaymentKind.SALE || a.kind() == PaymentKind.COMPLETION)
                .toList();
        CardsElsewhere.Answer answer = elsewhere.ask(taken);
        if (!(answer instanceof CardsElsewhere.Answer.Told told)) {
            return new TerminalDay.Closed(row, answer, closed.differences(), closed.totals());
        }
        List<Sentence> differences = new ArrayList<>(closed.differences());
        differences.addAll(told.wrong());
        store.write(tx -> {
            tx.shifts().noteRevKeen(row.id(), told.count(), told.sum());
            told.wrong().forEach(text -> task(tx, row, text));
            return tx.appendJournal(
                    "terminal.compared",
                    operator,
                    row.terminal(),
                    JournalText.of("revkeen", told.sum(), "count", told.count(), "waiting", told.waiting())
                            .with("differences", told.wrong().size())
                            .json());
        });
        return new TerminalDay.Closed(row, answer, differences, closed.totals());
    }
}
