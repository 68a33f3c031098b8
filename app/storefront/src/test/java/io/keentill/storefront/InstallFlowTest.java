package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.install.KnownTerminal;
import io.keentill.engine.install.NewTerminal;
import io.keentill.engine.payment.TestPaymentResult;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks the set-up as an installer would. */
class InstallFlowTest {

    private OfficeRig rig;
    private StorefrontDriver person;
    private FakeInstall desk;

    @BeforeEach
    void open() throws Exception {
        rig = OfficeRig.open();
        person = rig.person;
        desk = rig.till.install();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private void toSetUp() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("install");
        person.waitForVisible("terminal-title", SOON);
    }

    @Test
    void aClerkIsNotLetIn() {
        person.login(FakeTill.PIN);
        person.press("menu");
        assertThat(person.isVisible("go-install")).isFalse();
    }

    @Test
    void theTerminalInUseTellsHowItDoes() {
        toSetUp();
        person.waitFor(() -> person.text("health-record").contains("48"), SOON, "its health");
        assertThat(person.text("terminal-title")).isEqualTo("Counter left");
        assertThat(person.words("terminal-health"))
                .contains("Terminal ready")
                .contains("0.3 s")
                .contains("97 % answered, 91 % approved")
                .contains("7.4 s");
        assertThat(person.isVisible("terminal-use")).isFalse();
    }

    @Test
    void oneMoreIsFoundAndPairedByItsFamilysOwnQuestions() {
        toSetUp();
        person.press("terminal-add");
        person.press("terminal-search");
        person.waitForVisible("terminal-found-1", SOON);
        assertThat(person.words("terminal-new")).contains("192.168.1.31:8080").contains("USB-Serial Controller");
        person.press("terminal-found-1");
        person.waitForVisible("add-answer-passphrase", SOON);
        assertThat(person.words("terminal-new")).contains("The passphrase of the shared key");
        assertThat(person.text("add-answer-currency")).isEqualTo("GBP");
        fill("add-name", "Counter right");
        fill("add-answer-serial", "1850");
        fill("add-answer-passphrase", "wrong");
        person.press("add-go");
        person.waitForVisible("add-complaint", SOON);
        assertThat(person.text("add-complaint"))
                .contains("check key and passphrase")
                .doesNotContain("wrong");
        assertThat(person.text("add-name")).as("what was typed is not lost").isEqualTo("Counter right");
        fill("add-answer-passphrase", FakeInstall.SECRET);
        person.press("add-go");
        person.waitFor(() -> person.text("terminal-title").equals("Counter right"), SOON, "the new one");
        NewTerminal wish = desk.added.getLast();
        assertThat(wish.address()).isEqualTo(FakeInstall.FOUND);
        assertThat(wish.settings()).containsEntry("currency", "GBP");
        assertThat(wish.toString()).doesNotContain(FakeInstall.SECRET);
        assertThat(person.isVisible("trial-go"))
                .as("only the one in use is tried")
                .isFalse();
        person.press("terminal-use");
        person.waitForVisible("terminal-in-use", SOON);
        assertThat(desk.terminals.stream().filter(KnownTerminal::inUse).map(KnownTerminal::name))
                .containsExactly("Counter right");
    }

    private void fill(String id, String text) {
        person.press(id);
        person.key(KeyCode.END);
        while (!person.text(id).isEmpty()) {
            person.key(KeyCode.BACK_SPACE);
        }
        person.type(text);
    }

    @Test
    void aSearchIsStoppedAndKeepsWhatItFound() {
        desk.searchGoesOn = true;
        toSetUp();
        person.press("terminal-add");
        person.press("terminal-search");
        person.waitForVisible("terminal-progress", SOON);
        person.waitForVisible("terminal-found-1", SOON);
        person.press("terminal-search-stop");
        assertThat(person.isVisible("terminal-progress")).isFalse();
        assertThat(person.isVisible("terminal-found-1")).isTrue();
        person.key(KeyCode.ESCAPE);
        assertThat(person.text("terminal-title")).isEqualTo("Counter left");
    }

    @Test
    void aTestPaymentTellsBothOutcomesAndNothingElseGoesOnMeanwhile() {
        toSetUp();
        person.press("trial-go");
        person.waitFor(() -> person.text("trial-said").contains("present card"), SOON, "the terminal's words");
        assertThat(person.isEnabled("terminal-unpair")).isFalse();
        rig.go("orders");
        assertThat(person.isVisible("install")).as("the terminal has the word").isTrue();
        person.press("trial-stop");
        person.waitFor(() -> desk.cancelAsked, SOON, "the request to stop");
        desk.tests.add(new TestPaymentResult.GivenBack(
                FakeInstall.attempt(PaymentKind.SALE, AttemptState.APPROVED, null),
                FakeInstall.attempt(PaymentKind.REVERSAL, AttemptState.APPROVED, null)));
        person.waitForVisible("trial-outcome", SOON);
        assertThat(person.text("trial-taken")).isEqualTo("£1.00 taken.");
        assertThat(person.text("trial-back")).contains("undone");
    }

    @Test
    void aTestPaymentInDoubtIsNotRepeatedAndCanBeGivenBackLater() {
        toSetUp();
        var doubt = FakeInstall.attempt(PaymentKind.SALE, AttemptState.UNKNOWN, "no answer");
        desk.tests.add(new TestPaymentResult.NotKnown(doubt));
        desk.unfinished.add(doubt);
        person.press("trial-go");
        person.waitForVisible("trial-outcome", SOON);
        assertThat(person.text("trial-taken")).contains("Nobody knows");
        assertThat(person.text("trial-back")).contains("Do not try again");
        person.waitFor(() -> person.words("trial").contains("7K2M9XQ4AB is not known"), SOON, "what is left");
        assertThat(person.isVisible("trial-finish-7K2M9XQ4AB")).isFalse();
        desk.unfinished.set(0, FakeInstall.attempt(PaymentKind.SALE, AttemptState.APPROVED, null));
        person.press("install-section-terminals");
        person.waitForVisible("trial-finish-7K2M9XQ4AB", SOON);
        person.press("trial-finish-7K2M9XQ4AB");
        person.waitFor(() -> person.text("trial-back").contains("refunded"), SOON, "the refund");
        assertThat(person.isVisible("trial-finish-7K2M9XQ4AB")).isFalse();
    }

    @Test
    void oneIsRenamedReplacedAndRemoved() {
        toSetUp();
        fill("terminal-name", "Front");
        person.press("terminal-rename");
        person.waitFor(() -> person.text("terminal-title").equals("Front"), SOON, "the name");
        person.press("terminal-replace");
        assertThat(person.text("add-title")).isEqualTo("In place of Front");
        person.press("terminal-search");
        person.waitForVisible("terminal-found-0", SOON);
        person.press("terminal-found-0");
        person.waitForVisible("add-name", SOON);
        assertThat(person.text("add-name")).as("it keeps the name").isEqualTo("Front");
        person.press("add-go");
        person.waitFor(() -> person.text("terminal-where").contains("ttyUSB0"), SOON, "the one in its place");
        assertThat(desk.terminals).hasSize(1);
        desk.bound = Optional.of("Payment X on this terminal is not decided yet.");
        person.press("terminal-unpair");
        person.press("terminal-unpair-yes");
        person.waitForVisible("terminal-complaint", SOON);
        assertThat(person.text("terminal-complaint")).contains("not decided yet");
        desk.bound = Optional.empty();
        person.press("terminal-unpair");
        person.press("terminal-unpair-no");
        person.press("terminal-unpair");
        person.press("terminal-unpair-yes");
        person.waitForVisible("terminals-none", SOON);
        assertThat(desk.terminals).isEmpty();
    }

    /** The list is read again while somebody goes on: what they look at by then is what they go on with. */
    @Test
    void anAnswerThatComesLateDoesNotBringBackTheTerminalLookedAtBefore() throws Exception {
        desk.terminals.add(new KnownTerminal(FakeInstall.FOUND, "Bar", false, "1850", "PAX A920", FakeTill.NOW));
        toSetUp();
        desk.held = new CountDownLatch(1);
        try {
            Toolkit.run(() -> FakeMouse.click(rig.scene().lookup("#install-section-terminals")));
            Toolkit.run(() -> FakeMouse.click(rig.scene().lookup("#terminal-1")));
        } finally {
            desk.held.countDown();
        }
        person.settle();
        assertThat(person.text("terminal-title")).isEqualTo("Bar");
        assertThat(person.text("terminal-name")).isEqualTo("Bar");
    }

    @Test
    void aPrinterIsFoundTriedAndUsed() {
        toSetUp();
        person.press("install-section-printer");
        assertThat(person.text("printer-current")).contains("No receipt printer");
        person.press("printer-test");
        assertThat(person.text("printer-complaint")).contains("type its address");
        person.press("printer-search");
        person.waitForVisible("printer-found-0", SOON);
        person.press("printer-found-0");
        person.press("printer-paper-58");
        desk.printer.trouble = Optional.of("The printer has no paper. Put a roll in.");
        person.press("printer-test");
        person.waitForVisible("printer-complaint", SOON);
        assertThat(person.text("printer-complaint")).contains("no paper");
        desk.printer.trouble = Optional.empty();
        person.press("printer-test");
        person.waitForVisible("printer-characters", SOON);
        assertThat(person.text("printer-characters")).contains("£ €");
        assertThat(desk.printer.did.getLast()).contains("58").contains(FakePrinterDesk.FOUND);
        person.press("printer-drawer");
        // The printer has it before the screen hears so, which takes the next job only then.
        person.waitFor(() -> person.words("toasts").contains("The drawer"), SOON, "the drawer");
        assertThat(desk.printer.did.getLast()).startsWith("drawer");
        person.press("printer-use");
        person.waitFor(
                () -> person.text("printer-current").contains(FakePrinterDesk.FOUND), SOON, "the printer in use");
        person.press("printer-remove");
        person.waitFor(() -> person.text("printer-current").contains("No receipt printer"), SOON, "none");
    }

    @Test
    void faultsAreNamedTheLineIsSeenAndABundleIsWritten() {
        toSetUp();
        person.press("install-section-faults");
        person.waitFor(() -> person.words("findings").contains("credit_notes:write"), SOON, "the findings");
        person.waitFor(() -> person.words("faults").contains("card masked"), SOON, "the line");
        person.press("trace-hold");
        desk.line.add(new io.keentill.engine.install.FrameFile.Frame(FakeTill.NOW, "x", "OUT", "one more frame"));
        assertThat(person.words("faults")).doesNotContain("one more frame");
        person.press("trace-hold");
        person.waitFor(() -> person.words("faults").contains("one more frame"), SOON, "what came meanwhile");
        person.press("faults-bundle");
        person.waitForVisible("bundle-written", SOON);
        assertThat(person.text("bundle-written")).contains("keentill-support");
    }

    @Test
    void theTillIsLinkedWithACodeAndUsesItsKeyAgain() {
        toSetUp();
        person.press("install-section-link");
        person.waitFor(() -> person.text("link-standing").contains("till’s key"), SOON, "how it stands");
        assertThat(person.isVisible("link-undo")).isFalse();
        person.press("link-go");
        assertThat(person.text("link-complaint")).contains("Type the code");
        fill("link-code", "WRONG");
        person.press("link-go");
        person.waitFor(() -> person.text("link-complaint").contains("does not take"), SOON, "the refusal");
        fill("link-code", "7KQ2M-X9RDA");
        person.press("link-go");
        person.waitForVisible("link-done", SOON);
        assertThat(person.text("link-done")).contains("dev_7");
        assertThat(person.text("link-code")).isEmpty();
        person.waitForVisible("link-undo", SOON);
        person.press("link-undo");
        person.waitFor(() -> person.text("link-standing").contains("till’s key"), SOON, "the key");
    }
}
