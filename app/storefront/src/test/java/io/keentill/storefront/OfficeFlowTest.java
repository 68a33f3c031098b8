package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.TenderType;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks what is done beside selling, as a manager and as a clerk who asks one. */
class OfficeFlowTest {

    private OfficeRig rig;
    private StorefrontDriver person;
    private FakeTill till;

    @BeforeEach
    void open() throws Exception {
        rig = OfficeRig.open();
        person = rig.person;
        till = rig.till;
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aClerkSeesOnlyAsFarAsTheyMay() {
        person.login(FakeTill.PIN);
        assertThat(person.isVisible("rail")).isFalse();
        person.key(KeyCode.F10);
        assertThat(person.words("rail")).contains("Sell").contains("Sales").contains("Screen");
        assertThat(person.words("rail"))
                .doesNotContain("Tasks")
                .doesNotContain("Staff")
                .doesNotContain("Journal");
        person.key(KeyCode.ESCAPE);
        assertThat(person.isVisible("rail")).isFalse();
        person.press("lock");
        person.login(FakeOffice.MANAGER_PIN);
        person.press("menu");
        assertThat(person.words("rail")).contains("Tasks").contains("Staff").contains("Journal");
        person.press("go-tasks");
        assertThat(person.isVisible("tasks")).isTrue();
        person.key(KeyCode.ESCAPE);
        assertThat(person.isVisible("sell")).isTrue();
    }

    @Test
    void aClerkGivesMoneyBackWithAManagersPinAndStaysLoggedIn() {
        person.login(FakeTill.PIN);
        person.scan(Sample.MILK);
        rig.go("orders");
        person.type("1");
        person.waitFor(() -> person.words("orders").contains("Receipt 1"), SOON, "the receipt");
        person.key(KeyCode.ENTER);
        person.waitForVisible("story-receipt", SOON);
        assertThat(person.words("story")).contains("£4.95 in cash").contains("invoice_already_paid");
        person.press("give-back");
        person.waitForVisible("refund", SOON);
        person.press("refund-mode-lines");
        person.press("refund-more-0");
        person.waitFor(() -> person.text("refund-sum").equals("£1.65"), SOON, "the sum");
        person.press("refund-go");
        assertThat(person.text("refund-complaint")).contains("why");
        person.press("reason-faulty");
        person.press("refund-go");
        assertThat(person.isVisible("approval")).isTrue();
        assertThat(person.text("approval-about"))
                .contains("£1.65")
                .contains("Receipt 1")
                .contains("Faulty");
        rig.shot("office-approval");
        person.type("9999");
        person.key(KeyCode.ENTER);
        assertThat(person.text("approval-message")).contains("2 tries");
        person.type(FakeOffice.MANAGER_PIN);
        person.key(KeyCode.ENTER);
        person.waitForVisible("refund-cash", SOON);
        assertThat(person.words("refund-cash")).contains("£1.65");
        assertThat(till.refunds().given).containsExactly("£1.65 by m1 because Faulty".replace("£1.65", "1.65 GBP"));
        assertThat(person.text("who")).isEqualTo("Asha");
        rig.go("sell");
        assertThat(person.text("total")).isEqualTo("£1.65");
    }

    @Test
    void goodsAreExchangedForWhatLiesOnTheCounter() {
        person.login(FakeTill.PIN);
        person.scan(Sample.MILK);
        rig.go("orders");
        person.type("3");
        person.waitFor(() -> person.words("orders").contains("Receipt 3"), SOON, "the receipt");
        person.key(KeyCode.ENTER);
        person.waitForVisible("story-receipt", SOON);
        person.press("give-back");
        person.waitForVisible("refund", SOON);
        person.press("refund-mode-exchange");
        person.press("refund-more-0");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
        assertThat(person.words("refund-shares"))
                .contains("Stays for the new goods")
                .contains("£1.65");
        assertThat(person.text("refund-basket")).contains("£1.65");
        person.press("reason-returned");
        rig.shot("office-exchange");
        person.press("refund-go");
        person.type(FakeOffice.MANAGER_PIN);
        person.key(KeyCode.ENTER);
        person.waitForVisible("refund-exchanged", SOON);
        assertThat(person.text("refund-exchanged")).contains("are paid");
        rig.shot("office-exchanged");
        person.press("refund-next");
        person.waitForVisible("receipt", SOON);
        assertThat(till.closed().getLast().tenders().getFirst().type()).isEqualTo(TenderType.EXCHANGE);
    }

    @Test
    void anApprovalCanBeLeftAndAScannerNeverTypesIntoIt() {
        person.login(FakeTill.PIN);
        rig.go("orders");
        person.scan(till.closed().getFirst().reference());
        person.waitForVisible("story-receipt", SOON);
        person.press("give-back");
        person.press("reason-price");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
        person.press("refund-go");
        person.scan(Sample.SOAP);
        assertThat(person.isVisible("approval")).isTrue();
        assertThat(till.office().approved).isEmpty();
        person.key(KeyCode.ESCAPE);
        assertThat(person.isVisible("approval")).isFalse();
        assertThat(person.isVisible("refund")).isTrue();
        assertThat(till.refunds().given).isEmpty();
    }

    @Test
    void aCardRefundIsFollowedLiveAndItsUnknownOutcomeToldCalmly() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("orders");
        person.type("2");
        person.key(KeyCode.ENTER);
        person.waitForVisible("story-receipt", SOON);
        person.press("give-back");
        person.waitFor(() -> person.words("refund-shares").contains("•••• 1111"), SOON, "the way back");
        person.press("reason-returned");
        person.press("refund-go");
        person.waitForVisible("refund-cancel", SOON);
        person.waitFor(() -> person.text("refund-terminal").contains("present card"), SOON, "the terminal's words");
        person.press("lock");
        assertThat(person.isVisible("login"))
                .as("nobody leaves while the terminal has the word")
                .isFalse();
        till.terminalSays(AttemptState.UNKNOWN);
        person.waitFor(() -> person.words("refund-outcome").contains("answer got lost"), SOON, "the truth");
        rig.shot("office-refund-unknown");
        till.refunds().cameThrough(till.refunds().open().getFirst());
        person.waitFor(() -> person.text("refund-outcome-title").contains("£6.98 given back"), SOON, "the end");
    }

    @Test
    void whatCannotGoBackIsSaidBeforeAnybodyTries() {
        till.office().cardProblem = "This card payment was taken on another terminal: give it back on that one.";
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("orders");
        person.type("2");
        person.key(KeyCode.ENTER);
        person.press("give-back");
        person.waitForVisible("refund-why-not", SOON);
        assertThat(person.text("refund-why-not")).contains("another terminal");
        assertThat(person.isEnabled("refund-go")).isFalse();
        rig.shot("office-refund-not-possible");
    }

    @Test
    void aDeclinedCardRefundMovesNothingAndSaysSo() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("orders");
        person.type("2");
        person.key(KeyCode.ENTER);
        person.press("give-back");
        person.press("reason-returned");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
        person.press("refund-go");
        till.terminalSays(AttemptState.DECLINED);
        person.waitFor(() -> person.words("refund-outcome").contains("No money has moved"), SOON, "the end");
        assertThat(person.text("refund-why")).contains("05");
        person.press("refund-next");
        assertThat(person.isVisible("orders")).isTrue();
        assertThat(person.isEnabled("give-back")).isTrue();
    }

    @Test
    void refusalsAreTriedAgainOrSettledByHand() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("tasks");
        person.press("task-0");
        assertThat(person.text("task-text")).contains("invoice_already_paid");
        person.press("task-dismiss");
        person.waitFor(() -> person.text("task-complaint").contains("how it was settled"), SOON, "the complaint");
        person.press("task-note");
        person.type("Paid");
        person.press("task-dismiss");
        // The till has it before the screen hears so, which then shows none.
        person.waitFor(() -> person.text("task-text").isEmpty(), SOON, "the dismissal");
        person.press("task-0");
        person.press("task-retry");
        person.waitFor(() -> till.office().refusals.size() == 2, SOON, "the retry");
        assertThat(till.office().refusals).containsExactly("dismiss 41 m1 Paid", "retry 41 m1");
    }

    @Test
    void anUnknownPaymentIsDecidedWithEvidenceAndPin() {
        Mornings.unknownPayment(till);
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("tasks");
        person.press("task-1");
        person.waitFor(() -> person.text("decision-amount").equals("3.30"), SOON, "the amount");
        person.press("decision-go");
        assertThat(person.text("decision-complaint")).contains("what you saw");
        person.press("decision-note");
        person.type("Slip 42");
        person.press("decision-code");
        person.type("A1B2");
        person.press("decision-go");
        assertThat(person.text("decision-complaint")).contains("PIN");
        person.press("decision-pin");
        person.type("9999");
        person.press("decision-go");
        person.waitFor(() -> person.text("decision-complaint").contains("2 tries"), SOON, "the refusal");
        person.press("decision-pin");
        person.type(FakeOffice.MANAGER_PIN);
        rig.shot("office-decision");
        person.press("decision-go");
        person.waitFor(() -> !till.decided.isEmpty(), SOON, "the decision");
        assertThat(till.decided).containsExactly("PAPER_SLIP Slip 42 3.30 GBP");
        assertThat(till.openPayments()).isEmpty();
    }

    @Test
    void staffAreTakenOnAndTheirPinsChanged() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("staff");
        assertThat(person.isVisible("staff-role-installer")).isFalse();
        person.press("staff-name");
        person.type("Dee");
        person.press("staff-pin");
        person.type("5555");
        person.press("staff-again");
        person.type("5556");
        person.press("staff-save");
        assertThat(person.text("staff-complaint")).contains("not the same");
        person.press("staff-again");
        person.key(KeyCode.BACK_SPACE);
        person.type("5");
        person.press("staff-save");
        // In the list: the name stands in its field, too, until the till has her.
        person.waitFor(() -> person.words("staff-list").contains("Dee"), SOON, "the new one");
        person.press("staff-row-0");
        assertThat(person.text("staff-form-title")).isEqualTo("Asha");
        person.press("staff-pin");
        person.type("7777");
        person.press("staff-again");
        person.type("7777");
        person.press("staff-pin-save");
        person.waitFor(() -> till.office().byPin.containsKey("7777"), SOON, "the new PIN");
        person.press("lock");
        person.login("7777");
        assertThat(person.text("who")).isEqualTo("Asha");
    }

    @Test
    void theJournalIsFilteredAndChecked() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("journal");
        person.type("drawer");
        person.waitFor(() -> !person.words("journal-list").contains("till.opened"), SOON, "the filter");
        assertThat(person.words("journal-list")).contains("drawer.opened").contains("change for a note");
        person.press("journal-verify");
        person.waitForVisible("journal-proof", SOON);
        assertThat(person.text("journal-proof")).startsWith("Intact");
    }

    @Test
    void looksAreKeptForTheNextStart() throws Exception {
        person.login(FakeTill.PIN);
        rig.go("looks");
        person.press("theme-dark");
        person.press("text-size-130");
        assertThat(till.office().choices).containsEntry("theme", "dark").containsEntry("text", "130");
        rig.close();
        rig = new OfficeRig(till, java.util.Locale.UK, 1366, 768);
        person = rig.person;
        person.login(FakeTill.PIN);
        rig.go("looks");
        assertThat(rig.scene().getStylesheets())
                .as("common, office, large text, dark")
                .hasSize(4);
    }

    @Test
    void aShiftIsOpenedMovedCountedBlindlyAndClosed() {
        person.login(FakeTill.PIN);
        rig.go("shift");
        person.waitFor(() -> person.text("shift-before").contains("£4.95"), SOON, "the cash before");
        person.type("1OO");
        person.press("shift-open");
        assertThat(person.text("shift-open-complaint")).contains("amount");
        person.press("shift-float");
        for (int i = 0; i < 3; i++) {
            person.key(KeyCode.BACK_SPACE);
        }
        person.type("100");
        person.press("shift-open");
        person.waitForVisible("shift-count", SOON);
        person.press("shift-pay-out");
        person.type("20");
        person.press("shift-reason");
        person.type("Windows");
        person.press("shift-move-go");
        assertThat(person.text("approval-about")).contains("£20.00").contains("Windows");
        person.type(FakeOffice.MANAGER_PIN);
        person.key(KeyCode.ENTER);
        person.waitFor(() -> person.words("shift-moves").contains("Windows"), SOON, "the movement");
        assertThat(till.shifts().done).containsExactly("PAY_OUT 20.00 GBP Windows m1");
        person.press("shift-count");
        person.waitForVisible("count-commit", SOON);
        assertThat(person.words("count")).as("nobody counts towards a figure").doesNotContain("80.00");
        person.press("count-1");
        person.type("3");
        person.press("count-loose");
        person.type("19");
        assertThat(person.text("count-total")).isEqualTo("£79.00");
        person.press("count-commit");
        person.waitForVisible("closing-reason", SOON);
        assertThat(person.words("closing-figures"))
                .contains("£79.00")
                .contains("£80.00")
                .contains("Short");
        person.press("shift-close");
        assertThat(person.text("closing-complaint")).contains("why");
        person.press("closing-reason");
        person.type("Change");
        person.press("shift-close");
        person.type(FakeOffice.MANAGER_PIN);
        person.key(KeyCode.ENTER);
        person.waitForVisible("report-paper", SOON);
        assertThat(person.words("report-paper")).contains("Z REPORT 1");
        person.press("report-print");
        person.waitFor(() -> till.shifts().done.contains("print Z 1"), SOON, "the print");
        assertThat(till.shifts().done).contains("closed by m1 because Change");
        person.press("report-back");
        assertThat(person.isVisible("shift-float")).isTrue();
        assertThat(person.text("shift-float")).isEmpty();
    }

    @Test
    void aDayWithAnOpenPaymentIsClosedOnlyByAManagerWhoAcceptsIt() {
        Mornings.unknownPayment(till);
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("shift");
        person.press("shift-open");
        person.waitForVisible("shift-count", SOON);
        person.press("shift-count");
        person.press("count-commit");
        person.waitForVisible("closing", SOON);
        person.press("shift-close");
        person.waitForVisible("closing-pin", SOON);
        assertThat(person.text("closing-complaint")).contains("£3.30");
        person.press("closing-pin");
        person.type(FakeOffice.MANAGER_PIN);
        person.press("shift-close");
        person.waitForVisible("report-paper", SOON);
    }

    @Test
    void beyondSellingAScanIsToldAndNothingIsLost() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("staff");
        person.scan(Sample.MILK);
        assertThat(person.words("toast")).contains(Sample.MILK);
        assertThat(till.openOrder()).isEmpty();
        assertThat(person.text("staff-name")).isEmpty();
        assertThat(List.of(till.closed().size())).containsExactly(4);
    }
}
