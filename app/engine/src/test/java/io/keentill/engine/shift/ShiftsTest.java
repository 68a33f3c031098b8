package io.keentill.engine.shift;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ShiftFigures.OpenItem;
import io.keentill.domain.shift.ShiftFigures.TenderSum;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.shop.Role;
import io.keentill.engine.TillEvent;
import io.keentill.engine.Waits;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.engine.payment.Overrides;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.payment.RemoteCommand;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.Scripts;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.View;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftsTest {

    private static final String MANAGER_PIN = "4711";
    private static final String CLERK_PIN = "1234";

    @TempDir
    private Path folder;

    private final TestClock clock = TestClock.still();
    private final FakeTerminal terminal = new FakeTerminal();
    private TestTill till;
    private ShiftDesk desk;
    private String manager = "";
    private String clerk = "";

    @BeforeEach
    void open() throws Exception {
        till = TestTill.open(folder, clock, terminal);
        desk = till.shifts();
        manager = till.staff().add("Maggie", Role.MANAGER, MANAGER_PIN).id();
        clerk = till.staff().add("Charlie", Role.CLERK, CLERK_PIN).id();
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void opensOnceWithItsFloatAndIsToldAndJournalled() throws Exception {
        ShiftResult.Opened opened = (ShiftResult.Opened) desk.open(pounds(10_000), clerk);
        assertThat(opened.shift().seq()).isEqualTo(1);
        assertThat(opened.shift().openingFloat()).isEqualTo(pounds(10_000));
        assertThat(desk.current()).contains(opened.shift());
        assertThat(till.told()).contains(new TillEvent.ShiftChanged(opened.shift()));
        assertThat(desk.open(pounds(0), clerk)).isInstanceOf(ShiftResult.Refused.class);
        assertThat(types(opened.shift().id())).containsExactly("shift.opened");
    }

    @Test
    void refusesAFloatBelowZeroOrInAnotherCurrency() {
        assertThat(desk.open(pounds(-1), clerk)).isInstanceOf(ShiftResult.Refused.class);
        assertThat(desk.open(Money.of(1, "EUR"), clerk)).isInstanceOf(ShiftResult.Refused.class);
        assertThat(desk.current()).isEmpty();
    }

    @Test
    void cashMovesWithAReasonByAManagerAndIsInTheDrawer() throws Exception {
        Shift shift = opened(10_000);
        assertThat(desk.move(CashMovement.Kind.PAY_IN, pounds(500), "coins", clerk))
                .isInstanceOfSatisfying(
                        ShiftResult.Refused.class,
                        no -> assertThat(no.message()).contains("manager"));
        assertThat(desk.move(CashMovement.Kind.PAY_IN, pounds(500), " ", manager))
                .isInstanceOf(ShiftResult.Refused.class);
        assertThat(desk.move(CashMovement.Kind.PAY_IN, pounds(0), "coins", manager))
                .isInstanceOf(ShiftResult.Refused.class);
        assertThat(desk.move(CashMovement.Kind.PAY_IN, pounds(500), "coins", manager))
                .isInstanceOf(ShiftResult.Moved.class);
        assertThat(desk.move(CashMovement.Kind.PAY_OUT, pounds(10_501), "all", manager))
                .as("more than there is")
                .isInstanceOfSatisfying(
                        ShiftResult.Refused.class,
                        no -> assertThat(no.message()).doesNotContain("105"));
        desk.move(CashMovement.Kind.PAY_OUT, pounds(300), "window cleaner", manager);
        desk.move(CashMovement.Kind.DROP, pounds(5_000), "safe", clerk);
        assertThat(desk.movements())
                .extracting(CashMovement::signed)
                .containsExactly(pounds(500), pounds(-300), pounds(-5_000));
        assertThat(figures().drawer().expected()).isEqualTo(pounds(5_200));
        assertThat(types(shift.id())).containsExactly("shift.opened", "cash.pay_in", "cash.pay_out", "cash.drop");
    }

    @Test
    void noCashMovesAndNothingIsCountedWithoutAShift() {
        assertThat(desk.move(CashMovement.Kind.DROP, pounds(1), "safe", manager))
                .isInstanceOf(ShiftResult.Refused.class);
        assertThat(desk.count(CashCount.inOne(pounds(1)), clerk)).isInstanceOf(ShiftResult.Refused.class);
        assertThat(desk.close(CloseWish.PLAIN, manager)).isInstanceOf(CloseResult.Refused.class);
        assertThat(desk.x(manager)).isInstanceOf(XResult.Refused.class);
    }

    @Test
    void whatIsSoldWithoutAShiftBelongsToTheNextAndIsNoPartOfItsFloat() {
        till.sellForCash();
        till.sellByCard();
        assertThat(desk.cashWithoutShift()).isEqualTo(pounds(250));
        ShiftResult.Opened opened = (ShiftResult.Opened) desk.open(pounds(10_000), clerk);
        assertThat(opened.cashBefore()).isEqualTo(pounds(250));
        assertThat(desk.cashWithoutShift()).isEqualTo(pounds(0));
        till.sellForCash();
        ShiftFigures figures = figures();
        assertThat(figures.sales().count()).isEqualTo(3);
        assertThat(figures.drawer().expected()).isEqualTo(pounds(10_500));
        assertThat(figures.receipts()).isEqualTo(new ShiftFigures.ReceiptRange(1L, 3L, 0));
    }

    @Test
    void aShopCanAskForAShiftBeforeAnythingIsSold() throws Exception {
        till.store().write(tx -> {
            tx.putSetting(Settings.SHIFT_REQUIRED, "true");
            return true;
        });
        assertThat(desk.isRequired()).isTrue();
        assertThat(till.selling().scan(TEA, io.keentill.domain.order.Quantity.ONE, CLERK))
                .isInstanceOfSatisfying(
                        SaleChange.Refused.class, no -> assertThat(no.message()).contains("shift"));
        opened(0);
        Order order = till.scan(TEA);
        assertThat(till.payCard(order)).isInstanceOf(io.keentill.engine.payment.CardResult.Paid.class);
    }

    @Test
    void theCountIsBlindAndTheTillAddsItUp() {
        opened(10_000);
        till.sellForCash();
        XReport before = ((XResult.Told) desk.x(manager)).report();
        assertThat(before.showsExpected()).isFalse();
        assertThat(text(before)).doesNotContain("Expected").contains("not counted");
        ShiftResult.Counted counted =
                (ShiftResult.Counted) desk.count(CashCount.of(GBP, Map.of(50_00L, 2L, 2_00L, 1L, 20L, 2L)), clerk);
        assertThat(counted.count().counted().total()).isEqualTo(pounds(10_240));
        assertThat(counted.count().expected()).isEqualTo(pounds(10_250));
        assertThat(counted.count().difference()).isEqualTo(pounds(-10));
        assertThat(counted.needsReason()).isFalse();
        assertThat(text(((XResult.Told) desk.x(manager)).report())).contains("Expected");
    }

    @Test
    void aPieceThatIsNoneIsRefused() {
        opened(0);
        assertThat(desk.count(CashCount.of(GBP, Map.of(3L, 1L)), clerk)).isInstanceOf(ShiftResult.Refused.class);
        assertThat(desk.count(CashCount.of(GBP, Map.of(50L, -1L)), clerk)).isInstanceOf(ShiftResult.Refused.class);
        assertThat(desk.current().orElseThrow().count()).isNull();
    }

    @Test
    void closesOnceOnItsCountAndTheNextOneBegins() throws Exception {
        opened(10_000);
        till.sellForCash();
        till.sellByCard();
        assertThat(desk.close(CloseWish.PLAIN, manager)).isInstanceOf(CloseResult.CountFirst.class);
        counted(10_250);
        ZReport z = closed(CloseWish.PLAIN);
        assertThat(z.number()).isEqualTo(1);
        assertThat(z.figures().sales().total()).isEqualTo(pounds(500));
        assertThat(z.figures().tenders())
                .containsExactly(
                        new TenderSum(
                                io.keentill.domain.payment.TenderType.CASH, 1, pounds(250), 0, pounds(0), pounds(0)),
                        new TenderSum(
                                io.keentill.domain.payment.TenderType.CARD, 1, pounds(250), 0, pounds(0), pounds(0)));
        assertThat(z.figures().taxes()).hasSize(1);
        assertThat(desk.current()).isEmpty();
        assertThat(desk.close(CloseWish.PLAIN, manager)).isInstanceOf(CloseResult.Refused.class);
        assertThat(desk.z(1)).isEqualTo(new ZFound.Report(z));
        assertThat(desk.z(2)).isInstanceOf(ZFound.None.class);

        Shift next = opened(5_000);
        assertThat(next.seq()).isEqualTo(2);
        assertThat(figures().sales().count()).isZero();
        assertThat(figures().drawer().expected()).isEqualTo(pounds(5_000));
        till.sellForCash();
        counted(5_250);
        ZReport second = closed(CloseWish.PLAIN);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.figures().receipts()).isEqualTo(new ShiftFigures.ReceiptRange(3L, 3L, 0));
        assertThat(desk.zs(10)).hasSize(2).first().isEqualTo(new ZFound.Report(second));
        assertThat(JournalVerifier.verify(till.store())).isInstanceOf(JournalVerdict.Intact.class);
    }

    @Test
    void aClerkMayNotCloseNorAskForAnX() {
        opened(0);
        counted(0);
        assertThat(desk.x(clerk)).isInstanceOf(XResult.Refused.class);
        assertThat(desk.close(CloseWish.PLAIN, clerk)).isInstanceOf(CloseResult.Refused.class);
        assertThat(desk.current()).isPresent();
    }

    @Test
    void aDifferenceBeyondTheShopsLimitAsksForAReason() throws Exception {
        opened(1_000);
        counted(799);
        assertThat(desk.close(CloseWish.PLAIN, manager))
                .isInstanceOfSatisfying(CloseResult.ReasonNeeded.class, need -> {
                    assertThat(need.count().difference()).isEqualTo(pounds(-201));
                    assertThat(need.message()).contains("2.01 GBP short");
                });
        assertThat(desk.close(new CloseWish("  ", null), manager)).isInstanceOf(CloseResult.ReasonNeeded.class);
        ZReport z = closed(new CloseWish("wrong change given", null));
        assertThat(z.differenceReason()).isEqualTo("wrong change given");
        assertThat(desk.z(1)).isEqualTo(new ZFound.Report(z));
    }

    @Test
    void theLimitIsTheShopsAndWhatIsNoLimitLetsNothingPass() throws Exception {
        opened(1_000);
        assertThat(counted(800).needsReason()).isFalse();
        set(Settings.SHIFT_DIFFERENCE, "0");
        assertThat(counted(999).needsReason()).isTrue();
        set(Settings.SHIFT_DIFFERENCE, "plenty");
        assertThat(counted(999).needsReason()).isTrue();
        set(Settings.SHIFT_DIFFERENCE, "500");
        assertThat(counted(500).needsReason()).isFalse();
    }

    @Test
    void cashThatMovesAfterTheCountAsksForAnother() {
        opened(1_000);
        counted(1_000);
        till.sellForCash();
        assertThat(desk.close(CloseWish.PLAIN, manager)).isInstanceOf(CloseResult.CountFirst.class);
        DrawerCount again = counted(1_250).count();
        assertThat(again.tries()).isEqualTo(2);
        till.sellByCard();
        assertThat(closed(CloseWish.PLAIN).figures().sales().count()).isEqualTo(2);
    }

    @Test
    void aPaymentThatNobodyKnowsOfIsAcceptedByAManagerAlone() throws Exception {
        opened(0);
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        till.payCard(order);
        String reference = till.attemptOf(order).reference();
        counted(0);
        assertThat(desk.close(CloseWish.PLAIN, manager))
                .isInstanceOfSatisfying(
                        CloseResult.PaymentsOpen.class,
                        open -> assertThat(open.message()).contains(reference));
        assertThat(desk.close(new CloseWish(null, "9999"), manager)).isEqualTo(new CloseResult.WrongPin(4));
        assertThat(desk.close(new CloseWish(null, CLERK_PIN), manager)).isInstanceOf(CloseResult.Refused.class);
        assertThat(desk.current()).isPresent();
        ZReport z = closed(new CloseWish(null, MANAGER_PIN));
        assertThat(z.acceptedBy()).isEqualTo(manager);
        assertThat(z.unknown()).containsExactly(new OpenItem(OpenItem.Kind.PAYMENT_UNKNOWN, reference, pounds(250)));
        assertThat(text(z)).contains(reference).contains("Maggie");
    }

    @Test
    void whatItsTerminalSaysLaterBelongsToTheNextShift() throws Exception {
        opened(0);
        terminal.then(Scripts.answerLost(Scripts::approval));
        Order order = till.scan(TEA);
        till.payCard(order);
        counted(0);
        closed(new CloseWish(null, MANAGER_PIN));
        opened(0);
        OverrideResult decided = new Overrides(till.payments(), Waits.REAL, till.staff())
                .decide(
                        till.attemptOf(order).id(),
                        Evidence.moved(Evidence.Kind.PAPER_SLIP, "the slip was seen", pounds(250), "A1"),
                        MANAGER_PIN);
        assertThat(decided).isInstanceOf(OverrideResult.Decided.class);
        ShiftFigures figures = figures();
        assertThat(figures.sales().count()).isEqualTo(1);
        assertThat(figures.incidents().overrides()).isEqualTo(1);
        assertThat(figures.open()).isEmpty();
        assertThat(figures.cards()).hasSize(1);
    }

    @Test
    void moneyBelongsToTheShiftInWhichItMoved() {
        opened(10_000);
        Order sold = till.sellForCash();
        till.scan(TEA);
        till.selling().payCash(pounds(100), CLERK);
        ShiftFigures first = figures();
        assertThat(first.sales().total()).isEqualTo(pounds(250));
        assertThat(first.sales().partPayments()).isEqualTo(pounds(100));
        assertThat(first.open()).extracting(OpenItem::kind).containsExactly(OpenItem.Kind.SALE_PART_PAID);
        counted(10_350);
        closed(CloseWish.PLAIN);
        opened(10_350);
        till.payCard(till.selling().current().orElseThrow());
        assertThat(till.refunds()
                        .refund(new RefundWish(sold.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "cold"), manager))
                .isInstanceOf(RefundResult.Given.class);
        ShiftFigures second = figures();
        assertThat(second.sales().total()).isEqualTo(pounds(250));
        assertThat(second.sales().earlierPayments()).isEqualTo(pounds(100));
        assertThat(second.refunds().amount()).isEqualTo(pounds(250));
        assertThat(second.drawer().refunds()).isEqualTo(pounds(250));
        assertThat(second.drawer().expected()).isEqualTo(pounds(10_100));
        assertThat(second.receipts()).isEqualTo(new ShiftFigures.ReceiptRange(2L, 2L, 0));
    }

    @Test
    void cardMoneyThatWasCommandedFromElsewhereIsToldApart() throws Exception {
        terminal.able(Capability.REVERSAL, Capability.REFUND, Capability.LINKED_REFUND, Capability.QUERY_BY_REFERENCE);
        opened(0);
        Order sold = till.sellByCard();
        String original = till.attemptOf(sold).reference();
        RemoteCommand back = new RemoteCommand("CMD1", PaymentKind.REFUND, pounds(100), original);
        assertThat(till.payments().execute(back)).isInstanceOf(Payments.CommandResult.Known.class);
        assertThat(till.payments().execute(RemoteCommand.sale("CMD2", pounds(700))))
                .isInstanceOf(Payments.CommandResult.Known.class);
        ShiftFigures figures = figures();
        assertThat(figures.sales().total()).isEqualTo(pounds(250));
        assertThat(figures.refunds().amount()).as("no refund of this till").isEqualTo(pounds(0));
        assertThat(figures.cardsApart()).isEqualTo(new ShiftFigures.Apart(pounds(700), pounds(100)));
        assertThat(figures.cards().getFirst().taken()).isEqualTo(pounds(950));
        till.refunds().refund(new RefundWish(sold.id(), new RefundScope.Whole(), MoneyBack.AS_PAID, "cold"), manager);
        assertThat(figures().refunds().amount()).isEqualTo(pounds(150));
        assertThat(figures().cardsApart()).isEqualTo(new ShiftFigures.Apart(pounds(700), pounds(100)));
    }

    @Test
    void aClockThatJumpsChangesNothing() {
        opened(0);
        till.sellForCash();
        clock.jump(Duration.ofDays(-6000));
        till.sellForCash();
        counted(500);
        assertThat(closed(CloseWish.PLAIN).figures().sales().count()).isEqualTo(2);
        clock.jump(Duration.ofDays(9000));
        opened(500);
        till.sellForCash();
        clock.jump(Duration.ofDays(-9000));
        counted(750);
        ZReport z = closed(CloseWish.PLAIN);
        assertThat(z.number()).isEqualTo(2);
        assertThat(z.figures().sales().count()).isEqualTo(1);
        assertThat(desk.z(2)).isEqualTo(new ZFound.Report(z));
    }

    @Test
    void droppedBasketsAndRemovedLinesAreCounted() {
        opened(0);
        Order order = till.scan(TEA);
        till.scan("MILK");
        till.selling().remove(order.lines().getFirst().id(), CLERK);
        till.selling().cancel(CLERK);
        ShiftFigures.Incidents seen = figures().incidents();
        assertThat(seen.removedLines()).isEqualTo(1);
        assertThat(seen.cancelledSales()).isEqualTo(1);
        assertThat(seen.cancelled()).isEqualTo(pounds(99));
    }

    @Test
    void aSecondPrintIsMarkedAsACopyAndTheDrawerIsOpenedForAReason() throws Exception {
        opened(0);
        counted(0);
        ZReport z = closed(CloseWish.PLAIN);
        desk.print(z, manager);
        desk.print(z, manager);
        assertThat(till
                        .store()
                        .<List<JournalEntry>>read(v -> v.journalOf(z.shift().id()))
                        .stream()
                        .filter(e -> e.type().equals("z.printed"))
                        .map(JournalEntry::detail))
                .containsExactly("{\"z\":1,\"copy\":false}", "{\"z\":1,\"copy\":true}");
        assertThat(text(z)).doesNotContain("C O P Y");
        assertThat(new io.keentill.domain.receipt.ReceiptText().text(desk.paper(z, true)))
                .contains("C O P Y");
        assertThat(desk.openDrawer(" ", clerk)).isPresent();
        assertThat(desk.openDrawer("change for the meter", clerk)).isEmpty();
        assertThat(types("drawer")).containsExactly("drawer.opened");
    }

    private Shift opened(long pence) {
        return ((ShiftResult.Opened) desk.open(pounds(pence), clerk)).shift();
    }

    private ShiftResult.Counted counted(long pence) {
        return (ShiftResult.Counted) desk.count(CashCount.inOne(pounds(pence)), clerk);
    }

    private ZReport closed(CloseWish wish) {
        return ((CloseResult.Closed) desk.close(wish, manager)).report();
    }

    private ShiftFigures figures() {
        return ((XResult.Told) desk.x(manager)).report().figures();
    }

    private String text(XReport report) {
        return new io.keentill.domain.receipt.ReceiptText().text(desk.paper(report));
    }

    private String text(ZReport report) {
        return new io.keentill.domain.receipt.ReceiptText().text(desk.paper(report, false));
    }

    private void set(String key, String value) throws Exception {
        till.store().write(tx -> {
            tx.putSetting(key, value);
            return true;
        });
    }

    private List<String> types(String subject) throws Exception {
        return till.store().<List<JournalEntry>>read((View v) -> v.journalOf(subject)).stream()
                .map(JournalEntry::type)
                .toList();
    }
}
