package io.keentill.engine.selling;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.GBP;
import static io.keentill.engine.support.TestTill.MILK;
import static io.keentill.engine.support.TestTill.TEA;
import static io.keentill.engine.support.TestTill.VAT;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.PriceChoice;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import io.keentill.store.RemoteObject;
import io.keentill.store.StaffRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasketDeskTest {

    private static final String BOSS = "mo";

    @TempDir
    private Path folder;

    private final TestClock clock = TestClock.still();
    private TestTill till;
    private Selling selling;
    private BasketDesk basket;

    @BeforeEach
    void open() throws Exception {
        reopen();
        till.store().write(tx -> {
            tx.saveStaff(new StaffRecord(new Staff(CLERK, "Ann", Role.CLERK), "x", 0, null));
            tx.saveStaff(new StaffRecord(new Staff(BOSS, "Mo", Role.MANAGER), "y", 0, null));
            tx.saveProduct(new Product(
                            "p-coffee", "COFFEE", "Coffee", pounds(250), VAT, "Hot", List.of(), null, false, true)
                    .withChoices(List.of(
                            new PriceChoice("s", "small", pounds(250)), new PriceChoice("l", "large", pounds(320)))));
            tx.saveProduct(
                    new Product("p-repair", "REPAIR", "Repair", pounds(0), VAT, "Work", List.of(), null, false, true)
                            .withOpenPrice(true));
            tx.saveProduct(new Product(
                    "p-ham", "12345", "Ham", pounds(1200), VAT, "Deli", List.of("2812345"), null, false, true));
            return true;
        });
    }

    private void reopen() throws Exception {
        till = TestTill.open(folder, clock, new FakeTerminal());
        selling = till.selling();
        basket = selling.basket();
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void anOpenPriceIsAskedForAndAChoiceOffered() {
        assertThat(selling.scan("REPAIR", Quantity.ONE, CLERK)).isInstanceOf(SaleChange.AskPrice.class);
        assertThat(selling.add("p-coffee", Quantity.of(2), CLERK))
                .isInstanceOfSatisfying(SaleChange.AskChoice.class, ask -> {
                    assertThat(ask.quantity()).isEqualTo(Quantity.of(2));
                    assertThat(ask.product().choices()).hasSize(2);
                });
        assertThat(selling.current()).as("asking opens no sale").isEmpty();
        changed(basket.addPriced("p-repair", pounds(1999), Quantity.ONE, CLERK));
        changed(basket.addChoice("p-coffee", "l", Quantity.of(2), CLERK));
        Order order = changed(basket.addChoice("p-coffee", "l", Quantity.ONE, CLERK));
        assertThat(order.lines()).extracting(OrderLine::name).containsExactly("Repair", "Coffee, large");
        assertThat(order.totals().total()).isEqualTo(pounds(1999 + 3 * 320));
        assertThat(refused(basket.addPriced("p-tea", pounds(1), Quantity.ONE, CLERK)))
                .contains("has a price");
        assertThat(refused(basket.addChoice("p-coffee", "xl", Quantity.ONE, CLERK)))
                .contains("no such price");
    }

    @Test
    void anotherPriceNeedsAManagerAndIsJournalled() throws Exception {
        Order order = till.scan(TEA);
        String line = order.lines().getFirst().id();
        assertThat(basket.setPrice(line, pounds(199), CLERK)).isInstanceOf(SaleChange.NeedsManager.class);
        assertThat(selling.current()).contains(order);
        Order cheaper = changed(basket.setPrice(line, pounds(199), BOSS));
        assertThat(cheaper.totals().total()).isEqualTo(pounds(199));
        assertThat(cheaper.lines().getFirst().shelfPrice()).isEqualTo(pounds(250));
        assertThat(till.store().<List<JournalEntry>>read(view -> view.journalOf(order.id())))
                .filteredOn(entry -> entry.type().equals("line.price"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(BOSS));
        Order two = till.scan(TEA);
        assertThat(two.lines()).as("the next one is at the shelf's price").hasSize(2);
        Order back = changed(basket.setPrice(line, null, BOSS));
        assertThat(back.lines().getFirst().shelfPrice()).isNull();
        assertThat(back.totals().total()).isEqualTo(pounds(500));
    }

    @Test
    void withoutTaxEachUnitCostsWhatItsPriceHoldsWithoutIt() throws Exception {
        till.scan(MILK);
        assertThat(basket.setExemption("X-1", CLERK)).isInstanceOf(SaleChange.NeedsManager.class);
        assertThat(refused(basket.setExemption("  ", BOSS))).contains("why");
        changed(basket.setExemption("X-1", BOSS));
        Order order = till.scan(MILK);
        // In 99p are 16.5p of tax, rounded 17: 82p each.
        assertThat(order.lines()).hasSize(1);
        assertThat(order.totals().total()).isEqualTo(pounds(164));
        assertThat(order.totals().tax()).isEqualTo(pounds(0));
        close();
        reopen();
        assertThat(selling.current()).contains(order);
        assertThat(changed(basket.setExemption(null, BOSS)).totals().total()).isEqualTo(pounds(198));
    }

    @Test
    void aLineTakenOutComesBackWhereItWas() throws Exception {
        Order before = till.scan(TEA);
        String tea = before.lines().getFirst().id();
        selling.setLineDiscount(tea, new Discount.Fixed("Dented", pounds(50)));
        changed(basket.setLineNote(tea, " no\nsugar "));
        Order both = till.scan(MILK);
        assertThat(both.lines().getFirst().note()).isEqualTo("no sugar");
        changed(selling.remove(tea, CLERK));
        Order again = changed(basket.putBack(both.lines().getFirst(), 0, CLERK));
        assertThat(again).isEqualTo(both);
        assertThat(refused(basket.putBack(both.lines().getFirst(), 0, CLERK))).contains("already");
        assertThat(changed(basket.setLineNote(tea, " ")).lines().getFirst().note())
                .isNull();
        assertThat(changed(basket.setNote("for Friday")).note()).isEqualTo("for Friday");
    }

    @Test
    void labelsOfTheScalesAreReadByTheShopsRules() throws Exception {
        assertThat(selling.scan("2812345012348", Quantity.ONE, CLERK)).isInstanceOf(SaleChange.UnknownCode.class);
        till.store().write(tx -> {
            tx.putSetting(Settings.BARCODE_RULES, "28PPPPPVVVVVC\n29PPPPPWWWWWC");
            return true;
        });
        Order priced = changed(selling.scan(check("281234501234"), Quantity.ONE, CLERK));
        assertThat(priced.totals().total()).isEqualTo(pounds(1234));
        Order weighed = changed(selling.scan(check("291234500485"), Quantity.ONE, CLERK));
        assertThat(weighed.lines()).hasSize(2);
        assertThat(weighed.lines().getLast().quantity()).isEqualTo(new Quantity(485));
        assertThat(weighed.lines().getLast().gross()).isEqualTo(pounds(582));
        String wrong =
                check("291234500485").replaceFirst(".$", check("291234500485").endsWith("0") ? "1" : "0");
        assertThat(selling.scan(wrong, Quantity.ONE, CLERK))
                .as("its check digit is wrong")
                .isInstanceOf(SaleChange.UnknownCode.class);
        assertThat(changed(selling.scan(check("291234500500"), Quantity.of(2), CLERK))
                        .totals()
                        .total())
                .isEqualTo(pounds(1234 + 582 + 1200));
    }

    private static String check(String digits) {
        return digits + io.keentill.domain.catalogue.Barcode.checkDigit(digits);
    }

    @Test
    void aCodeTakesOffWhatItIsFor() throws Exception {
        code("TEN", "\"type\":\"PERCENTAGE\",\"value\":\"10\",\"whole_order\":true");
        code("MILKY", "\"type\":\"FIXED_AMOUNT\",\"value\":\"30\",\"whole_order\":false,\"products\":\"rk-milk rk-x\"");
        code("LATE", "\"type\":\"PERCENTAGE\",\"value\":\"10\",\"until\":\"2001-01-01T00:00:00Z\"");
        till.scan(TEA);
        assertThat(refused(basket.applyCode("milky", CLERK))).contains("not in the basket");
        assertThat(refused(basket.applyCode("late", CLERK))).contains("any more");
        assertThat(refused(basket.applyCode("nope", CLERK))).contains("NOPE");
        till.scan(MILK);
        Order less = changed(basket.applyCode(" milky ", CLERK));
        assertThat(less.totals().total()).isEqualTo(pounds(250 + 69));
        assertThat(changed(basket.applyCode("ten", CLERK)).totals().total()).isEqualTo(pounds(287));
    }

    private void code(String code, String content) throws Exception {
        till.store()
                .write(tx -> tx.saveRemote(
                        new RemoteObject(
                                "discount", "id-" + code, code, code, "{\"name\":\"" + code + "\"," + content + "}"),
                        1));
    }

    @Test
    void nothingChangesOnceSomethingIsPaid() throws Exception {
        Order order = till.scan(TEA);
        String line = order.lines().getFirst().id();
        selling.payCash(pounds(100), CLERK);
        Order paid = selling.current().orElseThrow();
        assertThat(List.of(
                        basket.setPrice(line, Money.of(1, GBP), BOSS),
                        basket.setExemption("X", BOSS),
                        basket.setNote("x"),
                        basket.setLineNote(line, "x"),
                        basket.applyCode("TEN", CLERK),
                        basket.addPriced("p-repair", pounds(1), Quantity.ONE, CLERK),
                        basket.addChoice("p-coffee", "s", Quantity.ONE, CLERK)))
                .allSatisfy(change -> assertThat(change).isInstanceOf(SaleChange.Refused.class));
        assertThat(selling.current()).contains(paid);
    }

    private static Order changed(SaleChange change) {
        assertThat(change).isInstanceOf(SaleChange.Changed.class);
        return ((SaleChange.Changed) change).order();
    }

    private static String refused(SaleChange change) {
        assertThat(change).isInstanceOf(SaleChange.Refused.class);
        return ((SaleChange.Refused) change).message().toString();
    }
}
