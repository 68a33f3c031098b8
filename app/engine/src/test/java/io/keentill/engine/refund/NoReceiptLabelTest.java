package io.keentill.engine.refund;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.VAT;
import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goods come back without a receipt, but with the label of the shop's scales: ham at £12.00, a pie at £5.00. */
class NoReceiptLabelTest {

    private TestTill till;
    private NoReceiptDesk desk;
    private String manager = "";

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
        desk = till.refunds().withoutReceipt();
        manager = WithoutReceipt.allow(till, pounds(10_000), CashRounding.NONE);
        save("p-ham", "12345", "Ham", 1_200, false);
        save("p-pie", "54321", "Pie", 500, false);
        save("p-job", "11111", "Repair", 0, true);
        rules("29PPPPPWWWWWC\n28PPPPPVVVVVC");
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    private void save(String id, String sku, String name, long price, boolean open) throws Exception {
        Product product = new Product(id, sku, name, pounds(price), VAT, "Deli", List.of(), "rk-" + id, false, true);
        till.store().write(tx -> {
            tx.saveProduct(product.withOpenPrice(open));
            return tx;
        });
    }

    private void rules(String patterns) throws Exception {
        till.store().write(tx -> {
            tx.putSetting(Settings.BARCODE_RULES, patterns);
            return tx;
        });
    }

    private static String label(String digits) {
        return digits + Barcode.checkDigit(digits);
    }

    private NoReceiptWish.Goods goods(String code, long times) {
        NoReceiptScan scan = desk.scanned(code, Quantity.of(times));
        assertThat(scan).isInstanceOf(NoReceiptScan.Goods.class);
        return ((NoReceiptScan.Goods) scan).goods();
    }

    private String refused(String code, Quantity times) {
        NoReceiptScan scan = desk.scanned(code, times);
        assertThat(scan).isInstanceOf(NoReceiptScan.Refused.class);
        return ((NoReceiptScan.Refused) scan).message().toString();
    }

    @Test
    void aWeightIsSoMuchOfItAndGivesWhatTheSaleOfTheSameLabelCost() {
        String label = label("291234500485");
        assertThat(goods(label, 1)).isEqualTo(new NoReceiptWish.Goods("p-ham", new Quantity(485), null));
        assertThat(goods(label, 3).quantity()).isEqualTo(new Quantity(1_455));
        assertThat(goods(" " + label + " ", 1).quantity()).isEqualTo(new Quantity(485));
        SaleChange.Changed sold = (SaleChange.Changed) till.selling().scan(label, Quantity.ONE, CLERK);
        NoReceiptResult given =
                desk.give(new NoReceiptWish(desk.begin(), List.of(goods(label, 1)), "no good", false), CLERK, manager);
        assertThat(given)
                .isInstanceOfSatisfying(
                        NoReceiptResult.Given.class,
                        back -> assertThat(back.back().total())
                                .isEqualTo(sold.order().totals().total())
                                .isEqualTo(pounds(582)));
    }

    @Test
    void aPriceIsWhatOnePieceGivesWhereTheCatalogueGivesNoLess() {
        assertThat(goods(label("285432100450"), 2))
                .isEqualTo(new NoReceiptWish.Goods("p-pie", Quantity.of(2), pounds(450)));
        assertThat(desk.offer(List.of(goods(label("285432100500"), 1))))
                .isInstanceOfSatisfying(
                        NoReceiptOffer.Priced.class,
                        priced -> assertThat(priced.handed()).isEqualTo(pounds(500)));
        assertThat(refused(label("285432100501"), Quantity.ONE))
                .contains("Pie says 5.01 GBP")
                .contains("at most 5.00 GBP")
                .contains("Search for it by name");
        assertThat(refused(label("285432100000"), Quantity.ONE)).contains("0.00 GBP");
    }

    @Test
    void whatHasNoPriceOfItsOwnStillCannotComeBack() {
        assertThat(desk.offer(List.of(goods(label("281111100450"), 1))))
                .isInstanceOfSatisfying(
                        NoReceiptOffer.NotPossible.class,
                        no -> assertThat(no.message().toString()).contains("no price of its own"));
    }

    @Test
    void tooMuchIsSaidAndWhatFollowsNoRuleIsUnknown() throws Exception {
        assertThat(refused(label("291234599999"), Quantity.of(1_000_000))).contains("more than a return can hold");
        String good = label("291234500485");
        String wrong = good.substring(0, 12) + (char) ('0' + (good.charAt(12) - '0' + 1) % 10);
        assertThat(desk.scanned(wrong, Quantity.ONE)).isEqualTo(new NoReceiptScan.Unknown());
        assertThat(desk.scanned(label("299999900485"), Quantity.ONE)).isEqualTo(new NoReceiptScan.Unknown());
        rules("nonsense of another program");
        assertThat(desk.scanned(good, Quantity.ONE)).isEqualTo(new NoReceiptScan.Unknown());
    }

    @Test
    void aPriceInAnotherCurrencyIsNotComparedAndTheOfferSaysWhy() throws Exception {
        Product tram = new Product(
                "p-tram", "77777", "Tram ticket", Money.of(100, "EUR"), VAT, "Odd", List.of(), null, false, true);
        till.store().write(tx -> {
            tx.saveProduct(tram);
            return tx;
        });
        assertThat(desk.offer(List.of(goods(label("287777700450"), 1))))
                .isInstanceOfSatisfying(
                        NoReceiptOffer.NotPossible.class,
                        no -> assertThat(no.message()).contains("its price in EUR", "the drawer holds GBP"));
    }
}
