package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import io.keentill.storefront.looks.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tabulator reaches every control of every screen, and where the cursor is can be seen in each theme. */
class KeyboardReachTest {

    private final List<String> complaints = new ArrayList<>();
    private FakeTill till;
    private OfficeRig rig;
    private StorefrontDriver person;
    private Keyboard keys;

    private void open(Theme theme) throws Exception {
        till = Mornings.busy();
        till.office().choices.put("theme", theme.key());
        rig = new OfficeRig(till, Locale.UK, 1366, 768);
        person = rig.person;
        keys = new Keyboard(person, rig.scene());
        person.login(FakeOffice.MANAGER_PIN);
    }

    private void look(String screen) throws Exception {
        person.settle();
        keys.complaints().forEach(c -> complaints.add(screen + ": " + c));
    }

    /** Of each kind of control at least one: buttons of every kind, choices, fields, lists, the rail, the bar. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void theCursorIsSeenOnEveryKindOfControl(Theme theme) throws Exception {
        open(theme);
        try {
            person.scan(Sample.MILK);
            look("sell");
            person.press("cancel-sale");
            look("sell, asked");
            person.key(KeyCode.ESCAPE);
            person.key(KeyCode.F8);
            look("cash");
            person.key(KeyCode.ESCAPE);
            rig.go("orders");
            person.press("order-0");
            person.waitForVisible("story-receipt", SOON);
            look("sales");
            rig.go("staff");
            person.press("staff-row-0");
            person.press("staff-remove");
            look("staff, asked");
            rig.go("looks");
            look("looks");
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyControlBesideSellingIsReached() throws Exception {
        open(Theme.LIGHT);
        try {
            office();
            shift();
            install();
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }

    private void office() throws Exception {
        Mornings.unknownPayment(till);
        rig.go("orders");
        person.press("order-0");
        person.waitForVisible("give-back", SOON);
        person.press("give-back");
        person.waitForVisible("refund", SOON);
        look("refund");
        person.press("refund-mode-lines");
        look("refund by line");
        person.press("refund-mode-amount");
        look("refund by amount");
        rig.go("orders");
        person.press("no-receipt");
        person.waitForVisible("return-field", SOON);
        look("without a receipt");
        person.scan(Sample.MILK);
        person.waitForVisible("return-price-0", SOON);
        look("without a receipt, with goods");
        person.press("return-earlier");
        look("earlier without a receipt");
        rig.go("tasks");
        person.press("task-0");
        look("refused");
        person.press("task-1");
        person.waitFor(() -> person.isEnabled("decision-go"), SOON, "the payment");
        look("unknown");
        rig.go("staff");
        look("somebody new");
        rig.go("journal");
        look("journal");
        rig.go("rules");
        look("rules");
    }

    private void shift() throws Exception {
        rig.go("shift");
        person.waitFor(() -> person.isVisible("shift-open"), SOON, "the shift");
        look("shift closed");
        person.press("shift-float");
        person.type("100");
        person.press("shift-open");
        person.waitForVisible("shift-count", SOON);
        look("shift open");
        person.press("shift-pay-out");
        look("pay out");
        person.key(KeyCode.ESCAPE);
        person.press("shift-count");
        look("counting");
        person.press("count-commit");
        person.waitForVisible("closing", SOON);
        look("counted");
        person.press("closing-back");
        person.press("shift-x");
        person.waitForVisible("report", SOON);
        look("X");
        person.press("report-back");
        person.press("shift-terminal-open");
        look("terminal's day");
        person.press("terminal-day-back");
        person.press("shift-earlier-open");
        person.waitForVisible("earlier", SOON);
        look("earlier");
    }

    private void install() throws Exception {
        rig.go("install");
        person.waitForVisible("health-record", SOON);
        look("terminal");
        person.press("terminal-unpair");
        look("terminal, asked");
        person.press("terminal-unpair-no");
        person.press("terminal-add");
        person.press("terminal-search");
        person.waitForVisible("terminal-found-1", SOON);
        look("search");
        person.press("terminal-found-1");
        person.waitForVisible("add-go", SOON);
        look("pairing");
        person.press("install-section-printer");
        look("printer");
        person.press("install-section-link");
        look("link");
        person.press("install-section-faults");
        person.waitFor(() -> person.words("findings").contains("Java"), SOON, "the findings");
        look("faults");
    }

    @Test
    void everyWayOutOfAPaymentIsReached() throws Exception {
        open(Theme.LIGHT);
        try {
            person.scan(Sample.MILK);
            person.key(KeyCode.F3);
            look("customers");
            person.key(KeyCode.ESCAPE);
            person.key(KeyCode.F9);
            person.waitForVisible("card-cancel", SOON);
            look("card");
            till.terminalSays(AttemptState.DECLINED);
            person.waitForVisible("card-outcome", SOON);
            look("declined");
            person.key(KeyCode.F7);
            person.waitForVisible("link", SOON);
            till.links.opens();
            look("link");
            till.links.resolves(AttemptState.CANCELLED);
            person.waitForVisible("card-outcome", SOON);
            person.press("cash-instead");
            person.key(KeyCode.F9);
            till.terminalSays(AttemptState.UNKNOWN);
            person.waitForVisible("card-unknown", SOON);
            look("unknown");
            till.resolve(AttemptState.APPROVED);
            person.waitForVisible("receipt", SOON);
            look("receipt");
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }
}
