package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.payment.TestPaymentResult;
import io.keentill.storefront.looks.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every screen in each theme and language, at both sizes of text: nothing is cut, everything can be read, hit by a finger
 * and named by a screen reader. Keeps a picture of each.
 */
class SurfaceTest {

    /** For text; WCAG 2.1, 1.4.3. */
    private static final double LEAST = 4.5;

    private final List<String> complaints = new ArrayList<>();
    private OfficeRig rig;
    private StorefrontDriver person;
    /** The longest stretch without a value of each sentence that a room below can say. */
    private static final List<String> ENGLISH = SourceSentences.all().values().stream()
            .flatMap(Set::stream)
            .flatMap(pattern -> Stream.of(pattern.split("\\{\\d+}")))
            .filter(part -> part.length() > 20)
            .distinct()
            .toList();

    private String name = "";

    @ParameterizedTest
    @CsvSource({"LIGHT,en,100", "DARK,en,100", "CONTRAST,en,100", "LIGHT,de,100", "DARK,de,100", "CONTRAST,de,100"})
    void everyScreenIsReadable(Theme theme, String language, int percent) throws Exception {
        walk(theme, language, percent);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en,150", "CONTRAST,de,150"})
    void nothingIsCutAtLargeText(Theme theme, String language, int percent) throws Exception {
        walk(theme, language, percent);
    }

    private void walk(Theme theme, String language, int percent) throws Exception {
        FakeTill till = Mornings.busy();
        till.office().choices.put("theme", theme.key());
        till.office().choices.put("text", Integer.toString(percent));
        name = theme.key() + "-" + language + (percent == 100 ? "" : "-" + percent);
        rig = new OfficeRig(till, language.equals("de") ? Locale.GERMANY : Locale.UK, 1366, 768);
        try {
            person = rig.person;
            person.settle();
            look("login");
            sell(till);
            office(till);
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }

    private void sell(FakeTill till) throws Exception {
        person.login(FakeOffice.MANAGER_PIN);
        look("sell-empty");
        account();
        person.scan(Sample.MILK);
        person.scan("3*" + Sample.SOAP);
        look("sell");
        person.key(KeyCode.F8);
        look("pay-cash");
        person.key(KeyCode.F7);
        till.links.opens();
        look("pay-link");
        till.links.tell(io.keentill.engine.paylink.PayLink.Stage.WAITING, "Network is unreachable");
        look("pay-link-away");
        till.links.resolves(AttemptState.CANCELLED);
        person.waitForVisible("card-outcome", SOON);
        person.press("cash-instead");
        person.key(KeyCode.F9);
        till.terminalSays(AttemptState.DECLINED);
        person.waitForVisible("card-outcome", SOON);
        look("pay-declined");
        person.payCash("20");
        person.waitForVisible("receipt", SOON);
        look("receipt");
        person.key(KeyCode.ESCAPE);
        person.key(KeyCode.F1);
        look("keys");
        person.key(KeyCode.ESCAPE);
    }

    private void account() throws Exception {
        person.key(KeyCode.F3);
        person.waitForVisible("customer-search", SOON);
        person.settle();
        person.type("weiß");
        person.waitForVisible("customer-0", SOON);
        look("customers");
        person.key(KeyCode.ENTER);
        person.waitForVisible("customer-account", SOON);
        person.key(KeyCode.F3);
        person.waitForVisible("invoice-1", SOON);
        person.waitForVisible("entitled-1", SOON);
        look("account");
        person.press("invoice-0");
        person.waitForVisible("line-0", SOON);
        look("invoice");
        person.press("cancel-sale");
        person.press("cancel-yes");
    }

    private void office(FakeTill till) throws Exception {
        Mornings.unknownPayment(till);
        rig.go("orders");
        look("orders");
        person.type("4");
        person.key(KeyCode.ENTER);
        person.waitForVisible("story-receipt", SOON);
        look("story");
        person.press("give-back");
        person.waitForVisible("refund", SOON);
        person.press("refund-mode-lines");
        look("refund-goods");
        person.press("refund-mode-exchange");
        person.press("refund-more-0");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer of an exchange");
        look("refund-exchange");
        person.press("refund-mode-amount");
        person.press("refund-mode-whole");
        person.press("reason-faulty");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
        look("refund");
        withoutReceipt();
        rig.go("tasks");
        look("tasks");
        person.press("task-0");
        look("task-refused");
        person.press("task-1");
        person.waitFor(() -> !person.text("decision-amount").isEmpty(), SOON, "the payment");
        assertThat(person.text("decision-amount")).isEqualTo(name.contains("-de") ? "3,30" : "3.30");
        look("task-decision");
        rules();
        shift();
        rig.go("staff");
        person.press("staff-row-0");
        look("staff");
        rig.go("journal");
        person.press("journal-verify");
        person.waitForVisible("journal-proof", SOON);
        look("journal");
        install(till);
        rig.go("looks");
        look("looks");
        person.press("lock");
        person.login(FakeTill.PIN);
        rig.go("orders");
        person.press("order-0");
        person.waitForVisible("story-receipt", SOON);
        person.press("give-back");
        person.press("reason-faulty");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
        person.press("refund-go");
        person.waitForVisible("approval", SOON);
        look("approval");
    }

    private void rules() throws Exception {
        rig.go("rules");
        person.waitFor(() -> !person.text("rules-shift-now").isEmpty(), SOON, "the rules");
        look("rules");
        person.press("rules-returns-yes");
        person.waitForVisible("rules-returns-complaint", SOON);
        person.press("rules-difference-set");
        person.waitForVisible("rules-shift-complaint", SOON);
        look("rules-refused");
        person.press("rules-limit");
        person.type("20");
        person.press("rules-returns-yes");
        person.waitFor(() -> person.text("rules-limit").isEmpty(), SOON, "the limit");
        person.press("rules-shift-yes");
        person.waitForVisible("rules-no-shift", SOON);
        look("rules-changed");
    }

    private void withoutReceipt() throws Exception {
        rig.go("orders");
        person.press("no-receipt");
        person.waitForVisible("return-field", SOON);
        look("return-empty");
        person.type("milk");
        person.waitForVisible("return-result-1", SOON);
        look("return-search");
        person.key(KeyCode.ENTER);
        person.waitForVisible("return-price-0", SOON);
        person.scan("3*" + Sample.SOAP);
        person.waitForVisible("return-price-1", SOON);
        person.press("return-reason-gift");
        look("return");
        person.press("return-more-1");
        person.press("return-more-1");
        person.press("return-more-1");
        person.waitForVisible("return-why-not", SOON);
        look("return-too-much");
        person.press("return-less-1");
        person.press("return-less-1");
        person.press("return-less-1");
        book();
        person.waitForVisible("return-cash", SOON);
        look("return-done");
        person.press("return-next");
        person.press("no-receipt");
        person.waitForVisible("return-field", SOON);
        person.scan(Sample.MILK);
        person.waitForVisible("return-price-0", SOON);
        person.scan("3*" + Sample.SOAP);
        person.waitForVisible("return-price-1", SOON);
        person.press("return-reason-gift");
        book();
        person.waitForVisible("return-another", SOON);
        look("return-same");
        person.key(KeyCode.ESCAPE);
        person.press("return-earlier");
        person.waitForVisible("return-earlier-0", SOON);
        look("return-earlier");
        person.press("return-earlier-0");
        person.waitForVisible("return-shown", SOON);
        look("return-shown");
    }

    private void book() {
        person.waitFor(() -> person.isEnabled("return-go"), SOON, "the offer");
        person.press("return-go");
        person.waitForVisible("approval", SOON);
        person.type(FakeOffice.MANAGER_PIN);
        person.key(KeyCode.ENTER);
    }

    private void install(FakeTill till) throws Exception {
        rig.go("install");
        person.waitForVisible("health-record", SOON);
        look("install-terminal");
        till.install()
                .tests
                .add(new TestPaymentResult.GivenBack(
                        FakeInstall.attempt(PaymentKind.SALE, AttemptState.APPROVED, null),
                        FakeInstall.attempt(PaymentKind.REVERSAL, AttemptState.APPROVED, null)));
        person.press("trial-go");
        person.waitForVisible("trial-outcome", SOON);
        look("install-tried");
        person.press("terminal-unpair");
        look("install-remove");
        person.press("terminal-unpair-no");
        person.press("terminal-add");
        person.press("terminal-search");
        person.waitForVisible("terminal-found-1", SOON);
        look("install-search");
        person.press("terminal-found-1");
        person.waitForVisible("add-go", SOON);
        look("install-pair");
        person.press("install-section-printer");
        person.press("printer-search");
        person.waitForVisible("printer-found-0", SOON);
        person.press("printer-found-0");
        person.press("printer-test");
        person.waitForVisible("printer-characters", SOON);
        look("install-printer");
        person.press("install-section-link");
        person.waitFor(() -> !person.text("link-standing").isEmpty(), SOON, "how it stands");
        look("install-link");
        person.press("install-section-faults");
        person.waitFor(() -> person.words("findings").contains("credit_notes:write"), SOON, "the findings");
        person.press("faults-bundle");
        person.waitForVisible("bundle-written", SOON);
        look("install-faults");
    }

    private void shift() throws Exception {
        rig.go("shift");
        person.waitFor(() -> !person.text("shift-before").isEmpty(), SOON, "the cash before");
        look("shift-closed");
        person.type("100");
        person.press("shift-open");
        person.waitForVisible("shift-count", SOON);
        look("shift-open");
        person.press("shift-pay-out");
        look("shift-pay-out");
        person.key(KeyCode.ESCAPE);
        person.press("shift-count");
        person.press("count-1");
        person.type("4");
        look("shift-count");
        person.press("count-commit");
        person.waitForVisible("closing", SOON);
        look("shift-counted");
        person.press("closing-back");
        person.press("shift-x");
        person.waitForVisible("report", SOON);
        look("shift-x");
        person.press("report-back");
        rig.till.shifts().day = FakeShifts.counted(
                26_42,
                28_92,
                List.of(Sentence.of(
                        "shift.more-at-terminal",
                        "{0} more is at the terminal. Look on its report for payments that this till did not start, and give"
                                + " back what nobody bought.",
                        Money.of(250, Sample.GBP))));
        person.press("shift-terminal-open");
        person.press("terminal-day-end");
        person.waitFor(() -> !person.text("terminal-day-verdict").isEmpty(), SOON, "the comparison");
        look("terminal-day");
        person.press("terminal-day-back");
        person.press("shift-earlier-open");
        person.waitForVisible("earlier", SOON);
        look("shift-earlier");
    }

    private void look(String screen) throws Exception {
        person.settle();
        Toolkit.run(() -> ScreenCheck.complaints(rig.storefront.root(), LEAST)
                .forEach(c -> complaints.add(name + " " + screen + ": " + c)));
        if (name.contains("-de")) {
            Toolkit.run(() -> english(ScreenText.of(rig.storefront.root()))
                    .forEach(words -> complaints.add(name + " " + screen + " says in English: " + words)));
        }
        person.snapshot(OfficeRig.SHOTS.resolve(name).resolve(screen + ".png"));
    }

    /** What of the sentences from below stands on the screen as they are written in the sources. */
    static List<String> english(String screen) {
        return ENGLISH.stream().filter(screen::contains).toList();
    }

    @Test
    void theCheckItselfSeesEnglish() {
        assertThat(english("Zahlung Q1: nobody knows whether money moved (nix). Weiter"))
                .containsExactly(": nobody knows whether money moved (");
    }

    @Test
    void theCheckItselfSeesWhatIsWrong() throws Exception {
        Toolkit.run(() -> {
            var cut = new javafx.scene.control.Label("Far too long for so little room");
            cut.setMaxWidth(60);
            var faint = new javafx.scene.control.Label("faint");
            faint.setTextFill(javafx.scene.paint.Color.LIGHTGREY);
            var small = new javafx.scene.control.Button("x");
            var root = new javafx.scene.layout.VBox(cut, faint, small);
            new javafx.scene.Scene(root, 300, 200);
            assertThat(ScreenCheck.complaints(root, LEAST))
                    .anyMatch(c -> c.startsWith("cut"))
                    .anyMatch(c -> c.startsWith("contrast"))
                    .anyMatch(c -> c.startsWith("small"));
        });
    }
}
