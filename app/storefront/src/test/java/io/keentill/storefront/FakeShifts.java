package io.keentill.storefront;

import io.keentill.device.terminal.Totals;
import io.keentill.domain.money.Money;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.receipt.ReceiptElement;
import io.keentill.domain.receipt.ReceiptElement.Align;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.Drawer;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.shift.CardsElsewhere;
import io.keentill.engine.shift.CloseResult;
import io.keentill.engine.shift.CloseWish;
import io.keentill.engine.shift.ShiftDesk;
import io.keentill.engine.shift.ShiftResult;
import io.keentill.engine.shift.TerminalDay;
import io.keentill.engine.shift.XReport;
import io.keentill.engine.shift.XResult;
import io.keentill.engine.shift.ZFound;
import io.keentill.store.SettlementRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One drawer in memory: what should be in it is its float and what was moved. */
final class FakeShifts implements ShiftDesk {

    private final List<CashMovement> movements = new ArrayList<>();
    private final FakeTill till;
    private Shift shift;
    private int tries;
    final List<String> done = new ArrayList<>();
    final List<ZFound> earlier = new ArrayList<>();
    TerminalDay day = new TerminalDay.Refused(Sentence.of(
            "shift.no-terminal-is-set-up-so", "No terminal is set up, so there is no day of one to close."));

    /** A day that till and terminal, and RevKeen as far as it goes, counted like this. */
    static TerminalDay counted(long till, long terminal, List<Sentence> differences) {
        Money booked = Money.of(till, Sample.GBP);
        Money told = Money.of(terminal, Sample.GBP);
        int counted = differences.isEmpty() ? 3 : 4;
        return new TerminalDay.Closed(
                new SettlementRow("d1", "zvt:tcp:127.0.0.1:20007", 1, 3, booked, counted, told, "m1", FakeTill.NOW),
                new CardsElsewhere.Answer.Told(2, booked, 1, List.of()),
                differences,
                new Totals(counted, told, List.of(), List.of()));
    }

    FakeShifts(FakeTill till) {
        this.till = till;
    }

    @Override
    public synchronized Optional<Shift> current() {
        return Optional.ofNullable(shift);
    }

    @Override
    public Money cashWithoutShift() {
        return Money.of(shift == null ? 4_95 : 0, Sample.GBP);
    }

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public synchronized ShiftResult open(Money openingFloat, String operator) {
        shift = Shift.open(till.id(), 1, openingFloat, operator, FakeTill.NOW);
        return new ShiftResult.Opened(shift, Money.of(4_95, Sample.GBP));
    }

    @Override
    public synchronized ShiftResult move(CashMovement.Kind kind, Money amount, String reason, String operator) {
        if (!kind.signed(amount).isPositive() && amount.compareTo(expected()) > 0) {
            return new ShiftResult.Refused(RealWords.said("shift.this-tills-drawer-holds-alone", expected()));
        }
        CashMovement movement = new CashMovement(till.id(), shift.id(), kind, amount, reason, operator, FakeTill.NOW);
        movements.add(movement);
        done.add(kind + " " + amount + " " + reason + " " + operator);
        return new ShiftResult.Moved(shift, movement);
    }

    private Money expected() {
        return movements.stream().map(CashMovement::signed).reduce(shift.openingFloat(), Money::plus);
    }

    @Override
    public Optional<Sentence> openDrawer(String reason, String operator) {
        return Optional.empty();
    }

    @Override
    public synchronized List<CashMovement> movements() {
        return List.copyOf(movements);
    }

    @Override
    public synchronized ShiftResult count(CashCount count, String operator) {
        DrawerCount made =
                new DrawerCount(till.id(), count, expected(), movements.size(), ++tries, operator, FakeTill.NOW);
        shift = new Shift(
                shift.id(),
                shift.seq(),
                shift.openingFloat(),
                shift.openedBy(),
                shift.openedAt(),
                made,
                null,
                null,
                null);
        return new ShiftResult.Counted(shift, made, !made.difference().isZero());
    }

    @Override
    public synchronized CloseResult close(CloseWish wish, String operator) {
        DrawerCount count = shift.count();
        if (!count.difference().isZero() && wish.differenceReason() == null) {
            return new CloseResult.ReasonNeeded(
                    count, RealWords.said("shift.the-drawer-is-say-why", count.difference()));
        }
        if (!till.openPayments().isEmpty() && !FakeOffice.MANAGER_PIN.equals(wish.pin())) {
            return wish.pin() == null
                    ? new CloseResult.PaymentsOpen(
                            List.of(new ShiftFigures.OpenItem(
                                    ShiftFigures.OpenItem.Kind.PAYMENT_UNKNOWN,
                                    till.openPayments().getFirst().reference(),
                                    till.openPayments().getFirst().amount())),
                            RealWords.said(
                                    "shift.nobody-knows-yet-whether-money-moved",
                                    till.openPayments().getFirst().reference()))
                    : new CloseResult.WrongPin(2);
        }
        Shift closed = shift.closed(1, operator, FakeTill.NOW);
        shift = null;
        done.add("closed by " + operator + " because " + wish.differenceReason());
        ZReport report =
                new ZReport(1, till.name(), closed, figures(closed), wish.differenceReason(), null, "ab".repeat(32));
        earlier.add(0, new ZFound.Report(report));
        return new CloseResult.Closed(report);
    }

    private ShiftFigures figures(Shift of) {
        Money none = Money.zero(Sample.GBP);
        return new ShiftFigures(
                new ShiftFigures.Sales(4, none, none, none, none, none, none, none),
                List.of(),
                new ShiftFigures.RefundSums(0, none, none),
                ShiftFigures.ReturnSums.none(none),
                new ShiftFigures.Incidents(0, none, 0, 0, none, 0, 0),
                List.of(),
                List.of(),
                new Drawer(of.openingFloat(), none, none, none, none, none, none, 0),
                movements(),
                List.of(),
                new ShiftFigures.ReceiptRange(1L, 4L, 0));
    }

    @Override
    public synchronized XResult x(String operator) {
        return shift == null
                ? new XResult.Refused(Sentence.of(
                        "shift.no-shift-is-open-so-there", "No shift is open, so there is nothing to report."))
                : new XResult.Told(new XReport(till.name(), shift, figures(shift), FakeTill.NOW));
    }

    @Override
    public TerminalDay endTerminalDay(String operator) {
        done.add("terminal day by " + operator);
        return day;
    }

    @Override
    public ZFound z(long number) {
        return new ZFound.None(RealWords.said("shift.this-till-made-no-z-report", number));
    }

    @Override
    public synchronized List<ZFound> zs(int limit) {
        return List.copyOf(earlier);
    }

    @Override
    public Receipt paper(XReport report) {
        return paper("X REPORT", report.figures());
    }

    @Override
    public Receipt paper(ZReport report, boolean copy) {
        return paper("Z REPORT " + report.number(), report.figures());
    }

    private static Receipt paper(String title, ShiftFigures figures) {
        return new Receipt(
                title,
                List.of(
                        new ReceiptElement.Text(title, Align.CENTRE, true, true),
                        new ReceiptElement.Rule(),
                        new ReceiptElement.Columns(
                                "Sales", Long.toString(figures.sales().count()), false),
                        new ReceiptElement.Columns(
                                "Opening float", figures.drawer().openingFloat().toString(), false)));
    }

    @Override
    public void print(XReport report) {
        done.add("print X");
    }

    @Override
    public void print(ZReport report, String operator) {
        done.add("print Z " + report.number());
    }
}
