package io.keentill.engine.office;

import static io.keentill.engine.support.TestTill.CLERK;
import static io.keentill.engine.support.TestTill.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.device.terminal.Capability;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.shop.Permission;
import io.keentill.domain.shop.Role;
import io.keentill.domain.shop.Staff;
import io.keentill.engine.refund.RefundResult;
import io.keentill.engine.refund.RefundWish;
import io.keentill.engine.staff.LoginResult;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done beside the sales, on a real store. */
class OfficeTest {

    private static final RefundScope WHOLE = new RefundScope.Whole();

    private final FakeTerminal terminal =
            new FakeTerminal().able(Capability.LINKED_REFUND, Capability.REVERSAL, Capability.QUERY_BY_REFERENCE);
    private TestTill till;
    private BackOffice office;
    private Staff boss;
    private Staff clerk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        till = TestTill.open(folder, TestClock.still(), terminal);
        office = new LocalOffice(
                till.store(), till.staff(), till.payments(), till.clock(), TestTill.GBP, CashRounding.NONE);
        boss = till.staff().add("Bettina", Role.MANAGER, "4711");
        clerk = till.staff().add("Cal", Role.CLERK, "1234");
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    @Test
    void anApprovalIsWrittenDownBeforeItCounts() throws Exception {
        assertThat(office.approve(Permission.PRICE_OVERRIDE, "Tea at 1.00", clerk.id(), "4711"))
                .isEqualTo(new ApprovalResult.Granted(new Approval(Permission.PRICE_OVERRIDE, boss)));
        JournalEntry last = newest();
        assertThat(last.type()).isEqualTo("approval.given");
        assertThat(last.actor()).isEqualTo(boss.id());
        assertThat(last.subject()).isEqualTo(clerk.id());
        assertThat(last.detail()).contains("PRICE_OVERRIDE", "Tea at 1.00").doesNotContain("4711");
    }

    @Test
    void aClerkApprovesNothingThatNeedsAManagerAndThatIsWrittenDownToo() throws Exception {
        assertThat(office.approve(Permission.REFUND, "Sale 1", clerk.id(), "1234"))
                .isEqualTo(new ApprovalResult.NotTheirs("Cal"));
        assertThat(newest().type()).isEqualTo("approval.refused");
        assertThat(office.approve(Permission.REFUND, "Sale 1", clerk.id(), "9999"))
                .isEqualTo(new ApprovalResult.WrongPin(4));
    }

    private JournalEntry newest() throws Exception {
        return till.store()
                .read(view -> view.journalBefore(Long.MAX_VALUE, "", List.of(), 1))
                .getFirst();
    }

    @Test
    void managersTakePeopleOnAndClerksDoNot() {
        StaffDesk desk = office.staff();
        assertThat(desk.add("Dan", Role.CLERK, "5555", boss.id())).isInstanceOf(StaffChange.Done.class);
        assertThat(till.staff().login("5555")).isInstanceOf(LoginResult.LoggedIn.class);
        assertRefused(desk.add("Eve", Role.CLERK, "6666", clerk.id()), "manager");
        assertRefused(desk.add("Eve", Role.INSTALLER, "6666", boss.id()), "installer");
        assertRefused(desk.add("Eve", Role.CLERK, "5555", boss.id()), "this PIN already");
        assertRefused(desk.add("dan", Role.CLERK, "6666", boss.id()), "called dan already");
        assertRefused(desk.add(" ", Role.CLERK, "6666", boss.id()), "name");
        assertRefused(desk.add("Eve", Role.CLERK, "66", boss.id()), "four to eight digits");
        assertThat(desk.list()).extracting(Staff::name).containsExactly("Bettina", "Cal", "Dan");
    }

    @Test
    void thereIsAlwaysAManager() {
        assertRefused(office.staff().change(boss.id(), "Bettina", Role.CLERK, boss.id()), "last manager");
        assertThat(office.staff().change(clerk.id(), "Cal", Role.MANAGER, boss.id()))
                .isInstanceOf(StaffChange.Done.class);
        assertThat(office.staff().change(boss.id(), "Bettina", Role.CLERK, boss.id()))
                .isInstanceOf(StaffChange.Done.class);
    }

    @Test
    void aChangedPinEndsTheOldOneAndEverybodyMayChangeTheirOwn() {
        assertThat(office.staff().changePin(clerk.id(), "8765", clerk.id())).isInstanceOf(StaffChange.Done.class);
        assertThat(till.staff().login("1234")).isInstanceOf(LoginResult.WrongPin.class);
        assertThat(till.staff().login("8765")).isInstanceOf(LoginResult.LoggedIn.class);
        assertRefused(office.staff().changePin(boss.id(), "7777", clerk.id()), "manager");
        assertRefused(office.staff().changePin("nobody", "7777", boss.id()), "Nobody");
    }

    private static void assertRefused(StaffChange change, String word) {
        assertThat(change)
                .isInstanceOfSatisfying(
                        StaffChange.Refused.class,
                        no -> assertThat(no.message()).contains(word));
    }

    @Test
    void aSaleIsFoundByWhatAnybodyMayKnowOfIt() throws Exception {
        Order cash = till.sellForCash();
        Order card = till.sellByCard();
        Order basket = till.scan(TEA);
        String four = till.attemptOf(card).card().lastFour();
        assertThat(found("")).containsExactly(card.id(), cash.id()).doesNotContain(basket.id());
        // A figure alone may be the beginning of any reference, too.
        assertThat(found(String.valueOf(cash.receiptNumber()))).contains(cash.id());
        assertThat(found("#" + cash.receiptNumber())).containsExactly(cash.id());
        assertThat(found("#" + card.receiptNumber())).containsExactly(card.id());
        assertThat(found(card.reference().toLowerCase(java.util.Locale.ROOT))).containsExactly(card.id());
        assertThat(found(till.attemptOf(card).reference())).containsExactly(card.id());
        assertThat(found(String.valueOf(four))).containsExactly(card.id());
        assertThat(found("2,50")).containsExactly(card.id(), cash.id());
        assertThat(found("2.51")).isEmpty();
        assertThat(found("tea")).hasSize(2);
        assertThat(found("100%")).isEmpty();
    }

    @Test
    void aDayLimitsWhatIsFoundAndPagesGoOn() {
        Order early = till.sellForCash();
        LocalDate first =
                LocalDate.ofInstant(till.clock().instant(), till.clock().getZone());
        till.clock().jump(Duration.ofDays(1));
        for (int i = 0; i < SaleArchive.PAGE + 1; i++) {
            till.sellForCash();
        }
        assertThat(office.sales().find(new SaleQuery("", first, first), 0).sales())
                .extracting(Order::id)
                .containsExactly(early.id());
        SaleArchive.Page page = office.sales().find(new SaleQuery("", first.plusDays(1), null), 0);
        assertThat(page.sales()).hasSize(SaleArchive.PAGE);
        assertThat(page.more()).isTrue();
        assertThat(office.sales()
                        .find(new SaleQuery("", first.plusDays(1), null), 1)
                        .sales())
                .hasSize(1);
    }

    private List<String> found(String text) {
        return office.sales().find(new SaleQuery(text, null, null), 0).sales().stream()
                .map(Order::id)
                .toList();
    }

    @Test
    void whatIsOfferedIsWhatIsDone() {
        Order sale = till.sellByCard();
        RefundOffer.Possible offer = possible(sale);
        assertThat(offer.shares()).singleElement().satisfies(s -> {
            assertThat(s.way()).isEqualTo(RefundOffer.Way.UNDO);
            assertThat(s.card()).contains("••••");
        });
        till.clock().jump(Duration.ofDays(1));
        assertThat(possible(sale).shares().getFirst().way()).isEqualTo(RefundOffer.Way.TO_PAYMENT);
        RefundResult done = till.refunds().refund(new RefundWish(sale.id(), WHOLE, MoneyBack.AS_PAID, "Broken"), CLERK);
        assertThat(done).isInstanceOf(RefundResult.Given.class);
        assertThat(office.sales().offer(sale.id(), WHOLE, MoneyBack.AS_PAID))
                .containsInstanceOf(RefundOffer.NotPossible.class);
        assertThat(office.sales().offer("none", WHOLE, MoneyBack.AS_PAID)).isEmpty();
    }

    @Test
    void whatTheTerminalCannotDoIsSaidBefore() {
        Order sale = till.sellByCard();
        terminal.able(Capability.QUERY_BY_REFERENCE);
        assertThat(office.sales().offer(sale.id(), WHOLE, MoneyBack.AS_PAID))
                .containsInstanceOf(RefundOffer.NotPossible.class);
    }

    private RefundOffer.Possible possible(Order sale) {
        return (RefundOffer.Possible)
                office.sales().offer(sale.id(), WHOLE, MoneyBack.AS_PAID).orElseThrow();
    }

    @Test
    void theStoryOfASaleHasBothWaysOfItsMoney() {
        Order sale = till.sellByCard();
        till.refunds().refund(new RefundWish(sale.id(), WHOLE, MoneyBack.AS_PAID, "Broken"), boss.id());
        SaleStory story = office.sales().story(sale.id()).orElseThrow();
        assertThat(story.attempts()).hasSize(2);
        assertThat(story.refunds())
                .singleElement()
                .satisfies(r -> assertThat(story.nameOf(r.operator())).isEqualTo("Bettina"));
        assertThat(story.told()).extracting(SaleStory.Told::what).contains("invoice", "card", "credit");
        assertThat(story.refundable().left().isZero()).isTrue();
    }

    @Test
    void theJournalIsReadBackwardsFilteredAndChecked() {
        till.sellForCash();
        JournalDesk journal = office.journal();
        List<JournalDesk.Entry> all = journal.page(Long.MAX_VALUE, "", 100);
        assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(b.seq(), a.seq()));
        assertThat(journal.page(all.getFirst().seq(), "", 1).getFirst().seq())
                .isEqualTo(all.get(1).seq());
        office.approve(Permission.REFUND, "Sale 1", clerk.id(), "4711");
        assertThat(journal.page(Long.MAX_VALUE, "approval", 10)).hasSize(1);
        assertThat(journal.page(Long.MAX_VALUE, "bettina", 10))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.actor() + e.detail()).contains("Bettina"));
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        JournalDesk.Verdict.Intact.class,
                        ok -> assertThat(ok.entries()).isGreaterThan(4));
    }

    @Test
    void theJournalIsWrittenOutWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        till.sellForCash();
        Path exports = folder.resolve("exports");
        JournalDesk.Export.Written done =
                (JournalDesk.Export.Written) office.journal().export(exports);
        List<String> lines = Files.readAllLines(done.file());
        assertThat(lines.getFirst()).isEqualTo("seq,at,at_nanos,type,actor,subject,detail,previous,hash");
        assertThat(lines).hasSize((int) done.entries() + 1);
        assertThat(lines.getLast()).startsWith(done.entries() + ",");
        assertThat(exports).isDirectoryContaining(f -> f.equals(done.file())).isDirectoryNotContaining("glob:**.part");
        Path taken = Files.writeString(folder.resolve("taken"), "a file, not a folder");
        assertThat(office.journal().export(taken))
                .isInstanceOfSatisfying(
                        JournalDesk.Export.NotWritten.class,
                        no -> assertThat(no.message())
                                .contains(taken.toString())
                                .contains("try again"));
    }

    @Test
    void choicesAreKeptAndRefusalsAreNamed() {
        assertThat(office.preferences().get("theme")).isEmpty();
        assertThat(office.preferences().put("theme", "dark")).isEmpty();
        assertThat(office.preferences().get("theme")).contains("dark");
        assertThat(office.refusals().retry("99", boss.id())).isPresent();
        assertThat(office.refusals().dismiss("x", boss.id(), "by hand")).isPresent();
    }
}
