package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.shift.CashCount;
import io.keentill.domain.shift.ShiftFigures;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.shop.Role;
import io.keentill.engine.TillEvent;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.shift.CloseResult;
import io.keentill.engine.shift.CloseWish;
import io.keentill.engine.shift.XResult;
import io.keentill.engine.shift.ZFound;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import io.keentill.store.View;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoReceiptsTest {

    private static final Money LIMIT = pounds(1_000);

    @TempDir
    private Path folder;

    private TestTill till;
    private NoReceiptDesk desk;
    private String manager = "";

    @BeforeEach
    void open() throws Exception {
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
        desk = till.refunds().withoutReceipt();
        manager = WithoutReceipt.allow(till, LIMIT, CashRounding.NONE);
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void isBookedInOneCommitWithItsNumberAndItsJournalEntryBeforeCashIsHandedOut() throws Exception {
        long before = till.store().commits();
        NoReceiptReturn back = given(wish(tea(2, null), tea(1, 100)));
        assertThat(till.store().commits() - before).isEqualTo(1);
        assertThat(back.number()).isEqualTo(1);
        assertThat(back.total()).isEqualTo(pounds(600));
        assertThat(back.totals().tax()).isEqualTo(pounds(83 + 17));
        assertThat(back.lines()).extracting(OrderLine::unitPrice).containsExactly(pounds(250), pounds(100));
        assertThat(back.lines().get(1).shelfPrice()).isEqualTo(pounds(250));
        assertThat(desk.find(back.id())).contains(back);
        assertThat(desk.named("#1")).contains(back);
        assertThat(desk.named(" " + back.reference().toLowerCase(java.util.Locale.ROOT)))
                .contains(back);
        assertThat(desk.recent(5)).containsExactly(back);
        assertThat(till.told()).contains(new TillEvent.ReturnedWithoutReceipt(back));
        JournalEntry entry = ((List<JournalEntry>) till.store().read((View v) -> v.journalOf(back.id()))).getFirst();
        assertThat(entry.type()).isEqualTo("return.without_receipt");
        assertThat(entry.actor()).isEqualTo(CLERK);
        assertThat(entry.detail())
                .contains("\"amount_minor\":600", "\"tax_minor\":100", "\"handed_minor\":600")
                .contains("\"approved_by\":\"" + manager + "\"", "a gift", back.reference())
                .contains("2 × Tea (TEA) at 2.50 GBP", "at 1.00 GBP instead of 2.50 GBP");
        assertThat(till.store().<Long>read(View::lastOutboxId))
                .as("RevKeen has no word for it, and none is invented")
                .isZero();
        assertThat(given(wish(milk())).number()).isEqualTo(2);
    }

    @Test
    void pressedTwiceItIsOne() throws Exception {
        NoReceiptWish wish = wish(milk());
        NoReceiptReturn back = given(wish);
        int told = till.told().size();
        assertThat(desk.give(wish, CLERK, manager)).isEqualTo(new NoReceiptResult.Given(back, true));
        assertThat(desk.recent(5)).hasSize(1);
        assertThat(till.told()).as("the drawer does not open again").hasSize(told);
    }

    @Test
    void pressedOnManyThreadsItIsOne() throws Exception {
        NoReceiptWish wish = wish(milk());
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<NoReceiptResult> press = () -> desk.give(wish, CLERK, manager);
            List<Future<NoReceiptResult>> all = hands.invokeAll(List.of(press, press, press, press));
            long booked = 0;
            for (Future<NoReceiptResult> one : all) {
                booked += ((NoReceiptResult.Given) one.get()).before() ? 0 : 1;
            }
            assertThat(booked).isEqualTo(1);
        }
        assertThat(desk.recent(5)).hasSize(1);
    }

    /** Whoever starts over after a crash, or runs the command twice, gets the cash out once. */
    @Test
    void theVerySameGoodsAgainAskWhetherTheyAreOthers() {
        NoReceiptReturn first = given(wish(milk()));
        NoReceiptWish again = wish(milk());
        assertThat(desk.give(again, CLERK, manager)).isEqualTo(new NoReceiptResult.TheSame(first));
        assertThat(desk.recent(5)).hasSize(1);
        given(new NoReceiptWish(again.id(), again.goods(), again.reason(), true));
        given(wish(tea(1, null)));
        assertThat(desk.give(wish(milk()), CLERK, manager))
                .as("only the last one asks")
                .isInstanceOf(NoReceiptResult.Given.class);
    }

    @Test
    void isRefusedWhereTheShopDoesNotAllowIt() throws Exception {
        set(Settings.RETURN_WITHOUT_RECEIPT, "false");
        assertThat(refused(wish(milk()))).contains("takes nothing back without a receipt");
        assertThat(desk.terms()).isInstanceOf(NoReceiptTerms.NotNow.class);
        assertThat(desk.offer(List.of(milk()))).isInstanceOf(NoReceiptOffer.NotPossible.class);
        set(Settings.RETURN_WITHOUT_RECEIPT, "true");
        for (String bad : List.of("", "0", "-5", "ten", "99999999999999")) {
            set(Settings.RETURN_LIMIT, bad);
            assertThat(refused(wish(milk()))).as("a limit of \"%s\"", bad).contains("takes nothing back");
        }
        set(Settings.RETURN_LIMIT, "99");
        given(wish(milk()));
    }

    @Test
    void isOffUntilSomebodySwitchesItOn() throws Exception {
        till.store().write(tx -> {
            tx.removeSetting(Settings.RETURN_WITHOUT_RECEIPT);
            return tx;
        });
        assertThat(refused(wish(milk()))).contains("takes nothing back without a receipt");
        assertThat(desk.recent(5)).isEmpty();
    }

    @Test
    void givesNoMoreThanTheLimit() {
        assertThat(desk.terms()).isEqualTo(new NoReceiptTerms.Allowed(LIMIT));
        assertThat(given(wish(tea(4, null))).total()).as("as much as the limit").isEqualTo(LIMIT);
        assertThat(refused(wish(tea(4, null), new NoReceiptWish.Goods("p-milk", Quantity.ONE, pounds(1)))))
                .contains("10.01 GBP", "at most 10.00 GBP");
        assertThat(refused(wish(new NoReceiptWish.Goods("p-tea", Quantity.of(1_000_000), null))))
                .contains("at most 10.00 GBP");
        assertThat(desk.recent(5)).hasSize(1);
    }

    @Test
    void givesTheCataloguesPriceOrLessAndNeverMore() {
        assertThat(refused(wish(tea(1, 251)))).contains("Tea gives at most 2.50 GBP");
        assertThat(refused(wish(tea(1, -1)))).contains("zero or above");
        assertThat(refused(wish(new NoReceiptWish.Goods("p-tea", Quantity.ONE, Money.of(100, "EUR")))))
                .contains("in GBP");
        assertThat(refused(wish(tea(1, 0)))).contains("come to nothing");
        assertThat(refused(wish(new NoReceiptWish.Goods("nobody", Quantity.ONE, null))))
                .contains("no longer in the catalogue");
        assertThat(refused(wish())).contains("Choose what comes back");
        assertThat(given(wish(new NoReceiptWish.Goods("p-gone", Quantity.ONE, null)))
                        .total())
                .as("what is no longer sold may come back")
                .isEqualTo(pounds(100));
        assertThat(given(wish(new NoReceiptWish.Goods("p-tea", new Quantity(485), null)))
                        .total())
                .as("by weight")
                .isEqualTo(pounds(121));
    }

    @Test
    void goodsWithSeveralPricesGiveTheLeastAndThoseWithoutAPriceGiveNothing() throws Exception {
        Product tea = till.store().read((View v) -> v.product("p-tea")).orElseThrow();
        save(tea.withChoices(
                List.of(new PriceChoice("l", "large", pounds(350)), new PriceChoice("s", "small", pounds(200)))));
        assertThat(given(wish(tea(1, null))).total()).isEqualTo(pounds(200));
        assertThat(refused(wish(tea(1, 201)))).contains("at most 2.00 GBP");
        save(tea.withOpenPrice(true));
        assertThat(refused(wish(tea(1, 100)))).contains("no price of its own");
    }

    @Test
    void needsAReasonAndAManager() throws Exception {
        String clerk = till.staff().add("Charlie", Role.CLERK, "1234").id();
        NoReceiptWish wish = wish(milk());
        assertThat(refused(new NoReceiptWish(wish.id(), wish.goods(), " ", false)))
                .contains("few words");
        assertThat(refused(new NoReceiptWish(wish.id(), wish.goods(), "x".repeat(401), false)))
                .contains("few words");
        for (String nobody : List.of(clerk, CLERK, "")) {
            assertThat(desk.give(wish, CLERK, nobody))
                    .isInstanceOfSatisfying(
                            NoReceiptResult.Refused.class,
                            no -> assertThat(no.message()).contains("manager"));
        }
        assertThat(desk.recent(5)).isEmpty();
        given(wish);
    }

    @Test
    void whoHasLeftApprovesNothing() throws Exception {
        String other = till.staff().add("Olga", Role.MANAGER, "8888").id();
        till.staff().remove(other, manager);
        assertThat(desk.give(wish(milk()), CLERK, other)).isInstanceOf(NoReceiptResult.Refused.class);
    }

    @Test
    void needsAnOpenShiftWhereTheShopSellsInOneAlone() throws Exception {
        set(Settings.SHIFT_REQUIRED, "true");
        assertThat(refused(wish(milk()))).contains("No shift is open");
        assertThat(desk.terms())
                .isInstanceOfSatisfying(
                        NoReceiptTerms.NotNow.class,
                        no -> assertThat(no.message()).contains("No shift is open"));
        till.shifts().open(pounds(5_000), CLERK);
        given(wish(milk()));
    }

    @Test
    void standsOnALineOfItsOwnInDrawerXAndZ() throws Exception {
        till.sellForCash();
        till.shifts().open(pounds(5_000), CLERK);
        till.refunds()
                .refund(
                        new RefundWish(
                                till.sellForCash().id(),
                                new io.keentill.domain.refund.RefundScope.Amount(pounds(50)),
                                io.keentill.domain.refund.MoneyBack.CASH,
                                "cold"),
                        CLERK);
        given(wish(tea(2, 200)));
        given(wish(milk()));
        ShiftFigures x = ((XResult.Told) till.shifts().x(manager)).report().figures();
        assertThat(x.returns().count()).isEqualTo(2);
        assertThat(x.returns().amount()).isEqualTo(pounds(499));
        assertThat(x.returns().taxes())
                .containsExactly(new ShiftFigures.TaxSum("VAT 20%", 200_000, pounds(333 + 82), pounds(67 + 17)));
        assertThat(x.refunds().amount())
                .as("refunds of sales stay what they were")
                .isEqualTo(pounds(50));
        assertThat(x.drawer().returns()).isEqualTo(pounds(499));
        assertThat(x.drawer().expected()).isEqualTo(pounds(5_000 + 250 + 250 - 50 - 499));
        till.shifts().count(CashCount.inOne(pounds(4_951)), CLERK);
        given(wish(tea(1, null)));
        assertThat(till.shifts().close(CloseWish.PLAIN, manager))
                .as("cash moved since the count")
                .isInstanceOf(CloseResult.CountFirst.class);
        till.shifts().count(CashCount.inOne(pounds(4_701)), CLERK);
        ZReport z = ((CloseResult.Closed) till.shifts().close(CloseWish.PLAIN, manager)).report();
        assertThat(z.count().difference()).isEqualTo(pounds(0));
        assertThat(z.figures().returns().count()).isEqualTo(3);
        assertThat(till.shifts().z(1)).as("as kept and hashed").isEqualTo(new ZFound.Report(z));
        String paper =
                new io.keentill.domain.receipt.ReceiptText().text(till.shifts().paper(z, false));
        assertThat(paper)
                .contains("Returns without receipt (3)", "Cash without receipt (3)")
                .contains("-7.49");
    }

    @Test
    void coinsAreRounded() throws Exception {
        till.close();
        till = TestTill.open(folder.resolve("francs"), TestClock.still(), new FakeTerminal(), new CashRounding(5));
        desk = till.refunds().withoutReceipt();
        manager = WithoutReceipt.allow(till, LIMIT, new CashRounding(5));
        NoReceiptReturn back = given(wish(milk()));
        assertThat(back.total()).isEqualTo(pounds(99));
        assertThat(back.handed()).isEqualTo(pounds(100));
        assertThat(refused(wish(new NoReceiptWish.Goods("p-milk", Quantity.ONE, pounds(2)))))
                .as("no coin for it")
                .contains("come to nothing");
    }

    @Test
    void aProductIsFoundByItsCodeStillSoldOrNot() {
        assertThat(desk.scanned(TestTill.MILK, Quantity.of(3)))
                .isEqualTo(new NoReceiptScan.Goods(new NoReceiptWish.Goods("p-milk", Quantity.of(3), null)));
        assertThat(desk.scanned(TestTill.GONE, Quantity.ONE))
                .isEqualTo(new NoReceiptScan.Goods(new NoReceiptWish.Goods("p-gone", Quantity.ONE, null)));
        assertThat(desk.scanned("NOTHING", Quantity.ONE)).isEqualTo(new NoReceiptScan.Unknown());
    }

    private void save(Product product) throws Exception {
        till.store().write(tx -> {
            tx.saveProduct(product);
            return tx;
        });
    }

    private void set(String key, String value) throws Exception {
        till.store().write(tx -> {
            tx.putSetting(key, value);
            return tx;
        });
    }

    private NoReceiptWish wish(NoReceiptWish.Goods... goods) {
        return new NoReceiptWish(desk.begin(), List.of(goods), "a gift", false);
    }

    private static NoReceiptWish.Goods milk() {
        return new NoReceiptWish.Goods("p-milk", Quantity.ONE, null);
    }

    private static NoReceiptWish.Goods tea(long pieces, Integer price) {
        return new NoReceiptWish.Goods("p-tea", Quantity.of(pieces), price == null ? null : pounds(price));
    }

    private NoReceiptReturn given(NoReceiptWish wish) {
        NoReceiptResult result = desk.give(wish, CLERK, manager);
        assertThat(result).isInstanceOf(NoReceiptResult.Given.class);
        assertThat(((NoReceiptResult.Given) result).before()).isFalse();
        return ((NoReceiptResult.Given) result).back();
    }

    private String refused(NoReceiptWish wish) {
        NoReceiptResult result = desk.give(wish, CLERK, manager);
        assertThat(result).isInstanceOf(NoReceiptResult.Refused.class);
        return ((NoReceiptResult.Refused) result).message().toString();
    }
}
