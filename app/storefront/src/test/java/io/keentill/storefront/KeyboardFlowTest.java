package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.payment.TestPaymentResult;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main jobs of every screen beside selling, done by somebody without a mouse. */
class KeyboardFlowTest {

    private OfficeRig rig;
    private StorefrontDriver person;
    private FakeTill till;
    private Keyboard keys;

    @BeforeEach
    void open() throws Exception {
        rig = OfficeRig.open();
        person = rig.person;
        till = rig.till;
        keys = new Keyboard(person, rig.scene());
        person.login(FakeOffice.MANAGER_PIN);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private void backToSelling() throws Exception {
        for (int i = 0; i < 4 && !person.isVisible("sell"); i++) {
            person.key(KeyCode.ESCAPE);
            keys.inSight();
        }
        assertThat(person.isVisible("sell")).as("Esc leads back").isTrue();
        assertThat(person.focused()).isEqualTo("scan");
    }

    @Test
    void goodsGoBackByLine() throws Exception {
        person.alt(KeyCode.DIGIT2);
        assertThat(person.focused()).isEqualTo("orders-field");
        person.type("1");
        person.waitFor(() -> person.words("orders-list").contains("Receipt 1"), SOON, "the receipt");
        person.key(KeyCode.ENTER);
        person.waitForVisible("story-receipt", SOON);
        keys.press("give-back");
        person.waitForVisible("refund", SOON);
        keys.press("refund-mode-lines");
        keys.press("refund-more-0");
        assertThat(person.focused()).as("for one more").isEqualTo("refund-more-0");
        person.key(KeyCode.SPACE);
        person.waitFor(() -> person.text("refund-sum").equals("£3.30"), SOON, "the sum");
        keys.press("reason-faulty");
        keys.press("refund-go");
        person.waitForVisible("refund-cash", SOON);
        assertThat(till.refunds().given).containsExactly("3.30 GBP by m1 because Faulty");
        assertThat(person.focused()).isEqualTo("refund-next");
        person.key(KeyCode.SPACE);
        backToSelling();
    }

    @Test
    void aCardPaymentIsUndoneAndItsWaitCancelled() throws Exception {
        person.alt(KeyCode.DIGIT2);
        person.type("2");
        person.waitFor(() -> person.words("orders-list").contains("Receipt 2"), SOON, "the receipt");
        keys.to("orders-list");
        person.key(KeyCode.ENTER);
        person.waitForVisible("story-receipt", SOON);
        keys.press("give-back");
        keys.press("reason-returned");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
        keys.press("refund-go");
        person.waitFor(() -> person.text("refund-terminal").contains("present card"), SOON, "the terminal's words");
        keys.press("refund-cancel");
        person.waitFor(() -> till.cancelAsked, SOON, "the request to stop");
        till.terminalSays(AttemptState.APPROVED);
        person.waitFor(() -> person.words("refund-outcome").contains("given back"), SOON, "the end");
        keys.inSight();
        backToSelling();
    }

    @Test
    void aRefusalIsSettledByHandAndAPaymentDecided() throws Exception {
        Mornings.unknownPayment(till);
        person.alt(KeyCode.DIGIT3);
        person.waitFor(() -> person.focused().equals("tasks-list"), SOON, "the tasks");
        person.key(KeyCode.ENTER);
        person.waitForVisible("task-note", SOON);
        keys.write("task-note", "Paid by hand");
        keys.press("task-dismiss");
        // The till has it before the screen hears so, which then shows none.
        person.waitFor(() -> person.text("task-text").isEmpty(), SOON, "the dismissal");
        assertThat(till.office().refusals).hasSize(1);
        keys.to("tasks-list");
        person.key(KeyCode.DOWN);
        person.key(KeyCode.ENTER);
        person.waitFor(() -> person.text("decision-amount").equals("3.30"), SOON, "the payment");
        keys.press("decision-kind-terminal_screen");
        keys.write("decision-note", "Seen on its screen");
        keys.write("decision-code", "A1B2");
        keys.write("decision-pin", FakeOffice.MANAGER_PIN);
        keys.press("decision-go");
        person.waitFor(() -> !till.decided.isEmpty(), SOON, "the decision");
        backToSelling();
    }

    @Test
    void aShiftIsCountedBlindlyAndClosed() throws Exception {
        person.alt(KeyCode.DIGIT4);
        person.waitFor(() -> person.focused().equals("shift-float"), SOON, "the float");
        person.type("100");
        keys.press("shift-open");
        person.waitForVisible("shift-count", SOON);
        keys.press("shift-pay-out");
        keys.write("shift-amount", "20");
        keys.write("shift-reason", "Windows");
        keys.press("shift-move-go");
        person.waitForVisible("shift-count", SOON);
        keys.press("shift-count");
        person.waitFor(() -> person.focused().equals("count-0"), SOON, "the sheet");
        assertThat(person.words("count")).doesNotContain("80.00");
        person.key(KeyCode.ENTER);
        assertThat(person.focused()).as("down the sheet, as on paper").isEqualTo("count-1");
        person.type("3");
        keys.press("count-commit");
        person.waitFor(() -> person.focused().equals("closing-reason"), SOON, "the question why");
        person.type("A note is missing");
        keys.press("shift-close");
        person.waitForVisible("report", SOON);
        keys.press("report-print");
        assertThat(till.shifts().done).contains("print Z 1");
        keys.press("report-back");
        person.waitForVisible("shift-open", SOON);
        keys.press("shift-earlier-closed");
        person.waitForVisible("earlier", SOON);
        backToSelling();
    }

    @Test
    void somebodyIsTakenOnAndTakenOff() throws Exception {
        person.alt(KeyCode.DIGIT5);
        person.waitFor(() -> person.focused().equals("staff-name"), SOON, "the name");
        person.type("Dee");
        keys.press("staff-role-clerk");
        keys.write("staff-pin", "5555");
        keys.write("staff-again", "5555");
        keys.press("staff-save");
        person.waitFor(() -> person.words("staff-list").contains("Dee"), SOON, "the new one");
        keys.to("staff-list");
        person.key(KeyCode.END);
        person.key(KeyCode.ENTER);
        person.waitFor(() -> person.text("staff-form-title").equals("Dee"), SOON, "the form");
        keys.press("staff-remove");
        assertThat(person.focused())
                .as("the question has the cursor, on the answer that does nothing")
                .isEqualTo("staff-remove-no");
        keys.press("staff-remove-yes");
        person.waitFor(() -> !person.words("staff-list").contains("Dee"), SOON, "the removal");
        keys.inSight();
        backToSelling();
    }

    @Test
    void theJournalIsCheckedAndExported() throws Exception {
        person.alt(KeyCode.DIGIT6);
        person.type("drawer");
        person.waitFor(() -> !person.words("journal-list").contains("till.opened"), SOON, "the filter");
        keys.press("journal-verify");
        person.waitForVisible("journal-proof", SOON);
        keys.press("journal-export");
        person.waitFor(() -> till.office().exports == 1, SOON, "the export");
        keys.to("journal-list");
        person.key(KeyCode.DOWN);
        keys.inSight();
        backToSelling();
    }

    @Test
    void coloursAreChosen() throws Exception {
        person.alt(KeyCode.DIGIT7);
        person.waitFor(() -> person.focused().equals("theme-light"), SOON, "the colours");
        keys.press("theme-contrast");
        assertThat(till.office().choices).containsEntry("theme", "contrast");
        keys.press("text-size-130");
        assertThat(till.office().choices).containsEntry("text", "130");
        backToSelling();
    }

    @Test
    void aTerminalIsTriedAnotherPairedAndTheFirstRemoved() throws Exception {
        person.alt(KeyCode.DIGIT8);
        person.waitForVisible("health-record", SOON);
        till.install()
                .tests
                .add(new TestPaymentResult.GivenBack(
                        FakeInstall.attempt(PaymentKind.SALE, AttemptState.APPROVED, null),
                        FakeInstall.attempt(PaymentKind.REVERSAL, AttemptState.APPROVED, null)));
        keys.press("trial-go");
        person.waitForVisible("trial-outcome", SOON);
        keys.inSight();
        keys.press("terminal-add");
        keys.press("terminal-search");
        person.waitForVisible("terminal-found-1", SOON);
        person.waitFor(() -> person.isVisible("terminal-search"), SOON, "the end of the search");
        keys.inSight();
        keys.press("terminal-found-1");
        person.waitForVisible("add-go", SOON);
        keys.write("add-name", "Bar");
        keys.write("add-answer-serial", "1850");
        keys.write("add-answer-passphrase", FakeInstall.SECRET);
        keys.press("add-go");
        person.waitFor(() -> person.text("terminal-title").equals("Bar"), SOON, "the new terminal");
        keys.inSight();
        keys.press("terminal-use");
        person.waitFor(() -> person.isVisible("terminal-in-use"), SOON, "it is used");
        keys.inSight();
        keys.to("terminals-list");
        person.key(KeyCode.HOME);
        person.key(KeyCode.ENTER);
        person.waitFor(() -> !person.text("terminal-title").equals("Bar"), SOON, "the first");
        keys.press("terminal-unpair");
        keys.inSight();
        keys.press("terminal-unpair-yes");
        person.waitFor(() -> till.install().terminals.size() == 1, SOON, "the first is gone");
        keys.inSight();
        backToSelling();
    }

    @Test
    void aTestPageIsPrintedTheTillLinkedAndABundleWritten() throws Exception {
        person.alt(KeyCode.DIGIT8);
        keys.press("install-section-printer");
        keys.press("printer-search");
        person.waitForVisible("printer-found-0", SOON);
        keys.press("printer-found-0");
        keys.press("printer-test");
        person.waitForVisible("printer-characters", SOON);
        keys.press("printer-use");
        keys.press("install-section-link");
        keys.write("link-code", "7KQ2M-X9RDA");
        keys.press("link-go");
        person.waitForVisible("link-undo", SOON);
        keys.press("install-section-faults");
        person.waitFor(() -> person.words("findings").contains("Java"), SOON, "the findings");
        keys.press("faults-bundle");
        person.waitForVisible("bundle-written", SOON);
        keys.inSight();
        keys.to("trace-list");
        backToSelling();
    }
}
