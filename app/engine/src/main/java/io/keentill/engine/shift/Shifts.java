package io.keentill.engine.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Drawer;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.ShiftGate;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shifts of this till, on its store. */
public final class Shifts implements ShiftDesk {

    private static final System.Logger LOG = System.getLogger(Shifts.class.getName());
    private static final int LONGEST_REASON = 200;

    private final TillStore store;
    private final IdSource ids;
    private final InstantSource clock;
    private final TillEvents events;
    private final Currency currency;
    private final ShiftClose closing;
    private final ShiftPaper paper;
    private final TerminalDays terminalDays;

    /**
     * Shifts of a drawer that holds {@code currency}.
     *
     * @param closing how they end
     * @param paper how they are printed
     * @param terminalDays ends of day on the terminal
     */
    public Shifts(
            TillStore store,
            IdSource ids,
            InstantSource clock,
            TillEvents events,
            Currency currency,
            ShiftClose closing,
            ShiftPaper paper,
            TerminalDays terminalDays) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.currency = currency;
        this.closing = closing;
        this.paper = paper;
        this.terminalDays = terminalDays;
    }

    @Override
    public Optional<Shift> current() {
        return read(view -> view.shifts().open(), Optional.empty());
    }

    @Override
    public Money cashWithoutShift() {
        Money nothing = Money.zero(currency);
        return read(view -> view.shifts().open().isPresent() ? nothing : before(view), nothing);
    }

    /** Cash that the shift which is opened next already has. */
    private Money before(View view) {
        return view.shifts()
                .drawer(view.shifts().current(), Money.zero(currency))
                .expected();
    }

    @Override
    public boolean isRequired() {
        return read(ShiftGate::isRequired, false);
    }

    @Override
    public ShiftResult open(Money openingFloat, String operator) {
        return change(tx -> {
            Sentence bad = ShiftRule.badAmount(openingFloat, currency);
            if (bad != null || openingFloat.isNegative()) {
                return refused(
                        bad == null
                                ? Sentence.of(
                                        "shift.a-drawer-holds-nothing-or-something",
                                        "A drawer holds nothing or something, never less.")
                                : bad);
            }
            Optional<Shift> running = tx.shifts().open();
            if (running.isPresent()) {
                return refused(Sentence.of(
                        "shift.shift-is-open-already-close-it",
                        "Shift {0} is open already. Close it first.",
                        running.get().seq()));
            }
            Money cashBefore = before(tx);
            Shift shift = Shift.open(ids.next(), tx.shifts().current(), openingFloat, operator, clock.instant());
            tx.shifts().open(shift);
            tx.appendJournal(
                    "shift.opened",
                    operator,
                    shift.id(),
                    JournalText.of("shift", shift.seq(), "float", openingFloat, "cash_before", cashBefore)
                            .json());
            return new ShiftResult.Opened(shift, cashBefore);
        });
    }

    @Override
    public ShiftResult move(CashMovement.Kind kind, Money amount, String reason, String operator) {
        return change(tx -> {
            Optional<Shift> running = tx.shifts().open();
            if (running.isEmpty()) {
                return refused(Sentence.of(
                        "shift.no-shift-is-open-open-one", "No shift is open. Open one with its float first."));
            }
            Shift shift = running.get();
            Sentence no = problem(tx, shift, kind, amount, reason, operator);
            if (no != null) {
                return refused(no);
            }
            CashMovement movement =
                    new CashMovement(ids.next(), shift.id(), kind, amount, reason.strip(), operator, clock.instant());
            tx.shifts().add(movement);
            tx.appendJournal(
                    "cash." + kind.name().toLowerCase(java.util.Locale.ROOT),
                    operator,
                    shift.id(),
                    JournalText.of("shift", shift.seq(), "amount", amount, "reason", movement.reason())
                            .json());
            return new ShiftResult.Moved(shift, movement);
        });
    }

    private @Nullable Sentence problem(
            View view, Shift shift, CashMovement.Kind kind, Money amount, String reason, String operator) {
        if (kind != CashMovement.Kind.DROP) {
            Sentence no = ShiftRule.mayNot(
                    view,
                    operator,
                    Permission.CASH_MOVEMENT,
                    Sentence.of("shift.paying-in-or-out-of-the", "Paying in or out of the drawer"));
            if (no != null) {
                return no;
            }
        }
        Sentence bad = ShiftRule.badAmount(amount, currency);
        if (bad != null) {
            return bad;
        }
        if (!amount.isPositive()) {
            return Sentence.of("shift.enter-how-much-above-zero", "Enter how much, above zero.");
        }
        Money there = view.shifts().drawer(shift.seq(), shift.openingFloat()).expected();
        if (kind != CashMovement.Kind.PAY_IN && amount.compareTo(there) > 0) {
            // The figure itself is not told: whoever counts the drawer later may stand here.
            return Sentence.of(
                    "shift.so-much-cannot-be-in-the",
                    "So much cannot be in the drawer by the till's books. Check the amount.");
        }
        return ShiftRule.badText(
                reason,
                LONGEST_REASON,
                Sentence.of("shift.say-in-a-few-words-what", "Say in a few words what it is for."));
    }

    @Override
    public Optional<Sentence> openDrawer(String reason, String operator) {
        Sentence bad = ShiftRule.badText(
                reason,
                LONGEST_REASON,
                Sentence.of("shift.say-in-a-few-words-why-the", "Say in a few words why the drawer is opened."));
        if (bad != null) {
            return Optional.of(bad);
        }
        try {
            store.write(tx -> tx.appendJournal(
                    "drawer.opened",
                    operator,
                    "drawer",
                    JournalText.none().with("reason", reason.strip()).json()));
        } catch (StoreException e) {
            return Optional.of(notStored(e));
        }
        paper.openDrawer();
        return Optional.empty();
    }

    @Override
    public List<CashMovement> movements() {
        return read(
                view -> view.shifts()
                        .open()
                        .map(s -> view.shifts().movements(s.seq()))
                        .orElse(List.of()),
                List.of());
    }

    @Override
    public ShiftResult count(CashCount count, String operator) {
        return change(tx -> {
            Optional<Shift> running = tx.shifts().open();
            if (running.isEmpty()) {
                return refused(Sentence.of(
                        "shift.no-shift-is-open-so-there-is", "No shift is open, so there is nothing to count."));
            }
            Optional<Sentence> bad = count.currency().equals(currency)
                    ? count.problem()
                    : Optional.of(Sentence.of(
                            "shift.this-tills-drawer-holds-alone", "This till's drawer holds {0} alone.", currency));
            if (bad.isPresent()) {
                return refused(bad.get());
            }
            return commit(tx, running.get(), count, operator);
        });
    }

    private ShiftResult commit(Tx tx, Shift shift, CashCount counted, String operator) {
        Drawer drawer = tx.shifts().drawer(shift.seq(), shift.openingFloat());
        DrawerCount before = shift.count();
        DrawerCount count = new DrawerCount(
                ids.next(),
                counted,
                drawer.expected(),
                drawer.moves(),
                before == null ? 1 : before.tries() + 1,
                operator,
                clock.instant());
        tx.shifts().add(count);
        tx.appendJournal(
                "shift.counted",
                operator,
                shift.id(),
                JournalText.of("shift", shift.seq(), "counted", counted.total(), "expected", count.expected())
                        .with("try", count.tries())
                        .json());
        Shift now = tx.shifts().open().orElseThrow();
        return new ShiftResult.Counted(now, count, ShiftRule.asksWhy(tx, count));
    }

    @Override
    public CloseResult close(CloseWish wish, String operator) {
        return closing.close(wish, operator);
    }

    @Override
    public TerminalDay endTerminalDay(String operator) {
        return terminalDays.end(operator);
    }

    @Override
    public XResult x(String operator) {
        return read(
                view -> closing.x(view, operator),
                new XResult.Refused(
                        Sentence.of("shift.the-tills-data-cannot-be-read", "The till's data cannot be read now.")));
    }

    @Override
    public ZFound z(long number) {
        return read(
                view -> ZBook.find(view, number),
                new ZFound.None(
                        Sentence.of("shift.the-tills-data-cannot-be-read", "The till's data cannot be read now.")));
    }

    @Override
    public List<ZFound> zs(int limit) {
        return read(
                view -> view.shifts().zs(limit).stream()
                        .map(row -> ZBook.find(view, row.number()))
                        .toList(),
                List.of());
    }

    @Override
    public Receipt paper(XReport report) {
        return paper.x(report);
    }

    @Override
    public Receipt paper(ZReport report, boolean copy) {
        return paper.z(report, copy);
    }

    @Override
    public void print(XReport report) {
        paper.print(paper.x(report));
    }

    @Override
    public void print(ZReport report, String operator) {
        try {
            boolean copy = store.write(tx -> {
                boolean before = tx.journalOf(report.shift().id()).stream()
                        .anyMatch(entry -> entry.type().equals("z.printed"));
                tx.appendJournal(
                        "z.printed",
                        operator,
                        report.shift().id(),
                        JournalText.of("z", report.number(), "copy", before).json());
                return before;
            });
            paper.print(paper.z(report, copy));
        } catch (StoreException e) {
            events.publish(new TillEvent.Notice(Sentence.of(
                    "shift.the-z-report-was-not-printed", "The Z report was not printed. {0}", notStored(e))));
        }
    }

    private ShiftResult change(TillStore.Work<ShiftResult> work) {
        ShiftResult result;
        try {
            result = store.write(work);
        } catch (StoreException e) {
            return refused(notStored(e));
        }
        switch (result) {
            case ShiftResult.Opened opened -> events.publish(new TillEvent.ShiftChanged(opened.shift()));
            case ShiftResult.Moved moved -> events.publish(new TillEvent.CashMoved(moved.movement()));
            case ShiftResult.Counted counted -> events.publish(new TillEvent.ShiftChanged(counted.shift()));
            case ShiftResult.Refused no ->
                LOG.log(System.Logger.Level.DEBUG, no.message().toString());
        }
        return result;
    }

    private static ShiftResult refused(Sentence message) {
        return new ShiftResult.Refused(message);
    }

    private static Sentence notStored(StoreException e) {
        LOG.log(System.Logger.Level.ERROR, "A step of a shift could not be stored", e);
        return e.said();
    }

    private <T> T read(TillStore.Read<T> query, T otherwise) {
        try {
            return store.read(query);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Shifts could not be read", e);
            return otherwise;
        }
    }
}
