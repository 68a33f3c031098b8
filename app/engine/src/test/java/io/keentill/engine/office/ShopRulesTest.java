package io.keentill.engine.office;

import static io.keentill.engine.support.TestTill.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.refund.NoReceiptTerms;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop's rules are set in one place, by whoever may, and hold at once. */
class ShopRulesTest {

    private TestTill till;
    private RulesDesk desk;
    private String manager = "";
    private String clerk = "";

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
        till.store().write(tx -> {
            tx.saveShop(new Shop("Corner Shop", List.of(), "", TestTill.GBP, CashRounding.NONE, List.of()));
            return tx;
        });
        desk = new StoredRules(till.store());
        manager = till.staff().add("Maggie", Role.MANAGER, "4711").id();
        clerk = till.staff().add("Cal", Role.CLERK, "1234").id();
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void whatNobodySetIsAsItWasMeantToBe() {
        assertThat(desk.now()).isEqualTo(new ShopRules(false, pounds(200), false, null, List.of()));
    }

    @Test
    void eachIsSetAloneOrTogetherAndJournalledInTheSameCommit() throws Exception {
        long before = till.store().commits();
        assertThat(desk.setShifts(true, pounds(500), manager))
                .isEqualTo(new RulesChange.Done(new ShopRules(true, pounds(500), false, null, List.of())));
        assertThat(till.store().commits() - before).isEqualTo(1);
        JournalEntry shift = newest();
        assertThat(shift.type()).isEqualTo("shift.rules");
        assertThat(shift.actor()).isEqualTo(manager);
        assertThat(shift.subject()).isEqualTo("shift");
        assertThat(shift.detail()).isEqualTo("{\"required\":\"true\",\"difference_minor\":\"500\"}");
        assertThat(desk.setReturns(true, pounds(2_000), manager))
                .isEqualTo(new RulesChange.Done(new ShopRules(true, pounds(500), true, pounds(2_000), List.of())));
        assertThat(newest().type()).isEqualTo("refund.rules");
        assertThat(newest().detail()).isEqualTo("{\"without_receipt\":\"true\",\"limit_minor\":\"2000\"}");
        desk.setReturns(false, null, manager);
        assertThat(newest().detail()).isEqualTo("{\"without_receipt\":\"false\"}");
        assertThat(desk.now())
                .as("the limit is remembered")
                .isEqualTo(new ShopRules(true, pounds(500), false, pounds(2_000), List.of()));
    }

    @Test
    void theyHoldAtOnce() throws Exception {
        assertThat(till.refunds().withoutReceipt().terms()).isInstanceOf(NoReceiptTerms.NotNow.class);
        desk.setReturns(true, pounds(2_000), manager);
        assertThat(till.refunds().withoutReceipt().terms()).isEqualTo(new NoReceiptTerms.Allowed(pounds(2_000)));
        desk.setShifts(true, null, manager);
        assertThat(till.selling().scan(TestTill.TEA, Quantity.ONE, clerk)).isInstanceOf(SaleChange.Refused.class);
        desk.setShifts(false, null, manager);
        assertThat(till.selling().scan(TestTill.TEA, Quantity.ONE, clerk)).isInstanceOf(SaleChange.Changed.class);
    }

    @Test
    void onlyAManagerAndTheCommandLineSetThem() throws Exception {
        String last = newest().detail();
        refused(desk.setShifts(true, null, clerk), "manager");
        refused(desk.setReturns(true, pounds(1), clerk), "manager");
        refused(desk.setShifts(true, null, "nobody"), "manager");
        assertThat(desk.now()).isEqualTo(new ShopRules(false, pounds(200), false, null, List.of()));
        assertThat(newest().detail()).as("nothing is journalled").isEqualTo(last);
        assertThat(desk.setShifts(true, null, RulesDesk.COMMAND_LINE)).isInstanceOf(RulesChange.Done.class);
        till.staff().add("Mo", Role.MANAGER, "5555");
        String gone = manager;
        till.staff()
                .remove(
                        gone,
                        till.staff().list().stream()
                                .filter(s -> s.name().equals("Mo"))
                                .findFirst()
                                .orElseThrow()
                                .id());
        refused(desk.setShifts(false, null, gone), "manager");
    }

    @Test
    void whatMakesNoSenseIsRefusedWholeAndSaidSo() {
        refused(desk.setReturns(true, null, manager), "how much one return");
        refused(desk.setReturns(true, pounds(0), manager), "above zero");
        refused(desk.setReturns(null, pounds(-1), manager), "above zero");
        refused(desk.setReturns(null, pounds(1_000_000_000_000L), manager), "more than any till counts");
        refused(desk.setReturns(null, Money.of(100, "EUR"), manager), "counts in GBP");
        refused(desk.setShifts(true, pounds(-1), manager), "zero or more");
        refused(desk.setShifts(true, pounds(1_000_000_000_000L), manager), "more than any till counts");
        refused(desk.setShifts(true, Money.of(100, "EUR"), manager), "counts in GBP");
        assertThat(desk.now()).isEqualTo(new ShopRules(false, pounds(200), false, null, List.of()));
        assertThat(desk.setShifts(null, pounds(0), manager))
                .as("no difference at all without a reason")
                .isInstanceOf(RulesChange.Done.class);
    }

    @Test
    void whatAnotherProgramWroteAllowsNothing() throws Exception {
        till.store().write(tx -> {
            tx.putSetting(Settings.RETURN_WITHOUT_RECEIPT, "true");
            tx.putSetting(Settings.RETURN_LIMIT, "lots");
            tx.putSetting(Settings.SHIFT_DIFFERENCE, "lots");
            return tx;
        });
        assertThat(desk.now()).isEqualTo(new ShopRules(false, pounds(0), false, null, List.of()));
    }

    private static void refused(RulesChange change, String why) {
        assertThat(change)
                .isInstanceOfSatisfying(
                        RulesChange.Refused.class,
                        no -> assertThat(no.message().toString()).contains(why));
    }

    private JournalEntry newest() throws Exception {
        return till.store()
                .read(view -> view.journalBefore(Long.MAX_VALUE, "", List.of(), 1))
                .getFirst();
    }

    @Test
    void labelsOfTheShopsOwnScalesAreReadFromThenOnAndJournalled() throws Exception {
        assertThat(desk.setLabels(List.of("28PPPPPVVVVVC", "29PPPPPWWWWWC"), manager))
                .isInstanceOfSatisfying(
                        RulesChange.Done.class,
                        done -> assertThat(done.rules().labels()).containsExactly("28PPPPPVVVVVC", "29PPPPPWWWWWC"));
        assertThat(newest().type()).isEqualTo("label.rules");
        assertThat(newest().actor()).isEqualTo(manager);
        assertThat(newest().detail()).isEqualTo("{\"patterns\":\"28PPPPPVVVVVC 29PPPPPWWWWWC\"}");
        assertThat(desk.now().labels()).containsExactly("28PPPPPVVVVVC", "29PPPPPWWWWWC");
        desk.setLabels(List.of(), manager);
        assertThat(desk.now().labels()).isEmpty();
    }

    @Test
    void aPatternThatMakesNoSenseAndWhoeverMayNotChangeNothing() throws Exception {
        desk.setLabels(List.of("28PPPPPVVVVVC"), manager);
        assertThat(desk.setLabels(List.of("29PPPPPWWWWWC", "28PPPPP"), manager))
                .isInstanceOfSatisfying(
                        RulesChange.Refused.class,
                        no -> assertThat(no.message())
                                .startsWith("The pattern 28PPPPP makes no sense")
                                .matches(why -> !((Sentence) why).isQuoted(), "said in the screen's language"));
        assertThat(desk.setLabels(List.of("29PPPPPWWWWWC"), clerk)).isInstanceOf(RulesChange.Refused.class);
        assertThat(desk.setLabels(java.util.Collections.nCopies(21, "29PPPPPWWWWWC"), manager))
                .isInstanceOf(RulesChange.Refused.class);
        assertThat(desk.now().labels()).containsExactly("28PPPPPVVVVVC");
    }
}
