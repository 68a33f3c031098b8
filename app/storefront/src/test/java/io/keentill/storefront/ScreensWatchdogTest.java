package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.engine.payment.TestPaymentResult;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No screen holds its thread up for longer than 8 ms, however much there is to show. */
class ScreensWatchdogTest {

    private Watched on;
    private StorefrontDriver person;

    @BeforeEach
    void open() throws Exception {
        on = new Watched(LongUse.till());
        person = on.person;
    }

    @AfterEach
    void close() throws Exception {
        on.close();
    }

    private void key(KeyCode code, int times) {
        for (int i = 0; i < times; i++) {
            person.key(code);
        }
    }

    /** Presses what comes into sight with one of the next frames. */
    private void pressOnceSeen(String id) {
        person.waitForVisible(id, SOON);
        person.press(id);
    }

    private void leave(String screen) throws Exception {
        on.step(screen + ": left", () -> on.rig.go("sell"));
    }

    @Test
    void salesAndTheirStories() throws Exception {
        person.login(FakeOffice.MANAGER_PIN);
        on.holdsUpNothing(() -> {
            on.step("sales: opened", () -> on.rig.go("orders"));
            on.step("sales: through the list", () -> key(KeyCode.DOWN, 5));
            on.step("sales: more", () -> person.press("orders-more"));
            on.step("sales: still more", () -> person.press("orders-more"));
            on.step("sales: filtered", () -> {
                person.press("orders-field");
                person.type("soap");
            });
            on.step("sales: emptied", () -> person.key(KeyCode.ESCAPE));
            on.step("sales: days", () -> person.press("days-week"));
            on.step("sales: all days", () -> person.press("days-all"));
            on.step("sales: a long story", () -> person.press("order-0"));
            on.step("sales: paged", () -> key(KeyCode.PAGE_DOWN, 2));
            on.step("sales: back to the top", () -> person.key(KeyCode.HOME));
            on.step("sales: a short story", () -> person.press("order-1"));
            on.step("sales: closed", () -> person.key(KeyCode.ESCAPE));
            leave("sales");
        });
    }

    @Test
    void goodsWithoutAReceipt() throws Exception {
        person.login(FakeOffice.MANAGER_PIN);
        on.holdsUpNothing(() -> {
            on.rig.go("orders");
            on.step("return: opened", () -> person.press("no-receipt"));
            person.waitForVisible("return-field", SOON);
            on.step("return: searched", () -> person.type("milk"));
            person.waitForVisible("return-results", SOON);
            on.step("return: through the results", () -> key(KeyCode.DOWN, 3));
            on.step("return: taken", () -> person.key(KeyCode.ENTER));
            person.waitForVisible("return-more-0", SOON);
            on.step("return: one more", () -> person.press("return-more-0"));
            on.step("return: one less", () -> person.press("return-less-0"));
            on.step("return: reason", () -> person.press("return-reason-gift"));
            person.waitFor(() -> person.isEnabled("return-go"), SOON, "the offer");
            on.step("return: asked", () -> person.press("return-go"));
            person.waitFor(() -> person.focused().equals("approval"), SOON, "the pad");
            on.step("return: approved", () -> {
                person.type(FakeOffice.MANAGER_PIN);
                person.key(KeyCode.ENTER);
                person.waitFor(
                        () -> person.isVisible("return-cash") || person.isVisible("return-another"),
                        SOON,
                        "what became of it");
            });
            if (person.isVisible("return-another")) {
                // From the second round on these are the goods of the round before.
                on.step("return: others", () -> person.press("return-another"));
                person.waitForVisible("return-cash", SOON);
            }
            on.step("return: done", () -> person.press("return-next"));
            pressOnceSeen("no-receipt");
            person.waitForVisible("return-earlier", SOON);
            on.step("return: earlier", () -> person.press("return-earlier"));
            on.step("return: an earlier one", () -> pressOnceSeen("return-earlier-0"));
            leave("return");
        });
    }

    @Test
    void refunds() throws Exception {
        person.login(FakeOffice.MANAGER_PIN);
        on.holdsUpNothing(() -> {
            on.rig.go("orders");
            pressOnceSeen("order-0");
            person.waitForVisible("give-back", SOON);
            on.step("refund: opened", () -> person.press("give-back"));
            on.step("refund: by line", () -> person.press("refund-mode-lines"));
            on.step("refund: one more", () -> person.press("refund-more-0"));
            on.step("refund: one more below", () -> person.press("refund-more-20"));
            on.step("refund: one less", () -> person.press("refund-less-0"));
            on.step("refund: by amount", () -> person.press("refund-mode-amount"));
            on.step("refund: whole", () -> person.press("refund-mode-whole"));
            on.step("refund: reason", () -> person.press("reason-faulty"));
            on.step("refund: left", () -> person.press("refund-leave"));
            person.waitForVisible("orders", SOON);
            Mornings.cash(on.till, Sample.MILK, 1, 50_00);
            person.key(KeyCode.ESCAPE);
            on.rig.go("orders");
            pressOnceSeen("order-0");
            person.waitForVisible("give-back", SOON);
            pressOnceSeen("give-back");
            pressOnceSeen("reason-faulty");
            person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
            on.step("refund: given", () -> {
                person.press("refund-go");
                person.waitForVisible("refund-cash", SOON);
            });
            on.step("refund: done", () -> person.press("refund-next"));
            person.key(KeyCode.ESCAPE);
            LongUse.longSale(on.till);
            leave("refund");
        });
    }

    @Test
    void tasks() throws Exception {
        Mornings.unknownPayment(on.till);
        person.login(FakeOffice.MANAGER_PIN);
        on.holdsUpNothing(() -> {
            on.step("tasks: opened", () -> on.rig.go("tasks"));
            on.step("tasks: one", () -> person.press("task-0"));
            on.step("tasks: paged", () -> key(KeyCode.PAGE_DOWN, 3));
            on.step("tasks: to the end", () -> person.key(KeyCode.END));
            on.step("tasks: an unknown payment", () -> {
                person.key(KeyCode.ENTER);
                person.waitFor(() -> person.isEnabled("decision-go"), SOON, "the payment");
            });
            on.step("tasks: a note", () -> {
                person.press("decision-note");
                person.type("abc");
            });
            on.step("tasks: closed", () -> person.key(KeyCode.ESCAPE));
            on.step("tasks: back to the top", () -> person.key(KeyCode.HOME));
            leave("tasks");
        });
    }

    @Test
    void shiftAndCounting() throws Exception {
        person.login(FakeOffice.MANAGER_PIN);
        on.holdsUpNothing(() -> {
            on.step("shift: opened", () -> on.rig.go("shift"));
            person.type("100");
            on.step("shift: begun", () -> {
                person.press("shift-open");
                person.waitForVisible("shift-count", SOON);
            });
            LongUse.movements(on.till);
            on.rig.go("sell");
            on.step("shift: much moved", () -> on.rig.go("shift"));
            on.step("shift: pay in", () -> person.press("shift-pay-in"));
            on.step("shift: not", () -> person.key(KeyCode.ESCAPE));
            on.step("shift: X", () -> {
                person.press("shift-x");
                person.waitForVisible("report", SOON);
            });
            on.step("shift: X left", () -> person.press("report-back"));
            on.step("shift: terminal's day", () -> person.press("shift-terminal-open"));
            on.step("shift: terminal's day left", () -> person.press("terminal-day-back"));
            on.step("shift: earlier", () -> person.press("shift-earlier-open"));
            on.step("shift: earlier left", () -> person.press("earlier-back"));
            on.step("shift: counting", () -> person.press("shift-count"));
            on.step("shift: a figure", () -> person.type("4"));
            on.step("shift: counted", () -> {
                person.press("count-commit");
                person.waitForVisible("closing", SOON);
            });
            on.step("shift: closing", () -> {
                person.press("closing-reason");
                person.type("ab");
                person.press("shift-close");
                person.waitForVisible("report", SOON);
            });
            on.step("shift: Z left", () -> person.press("report-back"));
            leave("shift");
        });
    }

    @Test
    void staffJournalAndLooks() throws Exception {
        person.login(FakeOffice.MANAGER_PIN);
        on.holdsUpNothing(() -> {
            on.step("staff: opened", () -> on.rig.go("staff"));
            on.step("staff: one", () -> person.press("staff-row-1"));
            on.step("staff: another", () -> person.press("staff-row-2"));
            on.step("staff: paged", () -> key(KeyCode.PAGE_DOWN, 3));
            on.step("staff: back to the top", () -> person.key(KeyCode.HOME));
            on.step("staff: somebody new", () -> person.press("staff-new"));
            on.step("staff: a name", () -> {
                person.press("staff-name");
                person.type("ab");
            });
            on.step("journal: opened", () -> on.rig.go("journal"));
            on.step("journal: filtered", () -> person.type("as"));
            on.step("journal: more", () -> person.press("journal-more"));
            on.step("journal: still more", () -> person.press("journal-more"));
            on.step("journal: checked", () -> {
                person.press("journal-verify");
                person.waitForVisible("journal-proof", SOON);
            });
            on.step("looks: opened", () -> on.rig.go("looks"));
            leave("looks");
            on.rig.go("journal");
            person.press("journal-filter");
            key(KeyCode.BACK_SPACE, 2);
            on.rig.go("staff");
            person.press("staff-new");
            person.press("staff-name");
            key(KeyCode.BACK_SPACE, 2);
            on.rig.go("sell");
        });
    }

    @Test
    void rules() throws Exception {
        person.login(FakeOffice.MANAGER_PIN);
        on.holdsUpNothing(() -> {
            on.step("rules: opened", () -> on.rig.go("rules"));
            on.step("rules: a shift is needed", () -> person.press("rules-shift-yes"));
            on.step("rules: a difference", () -> {
                person.press("rules-difference");
                person.type("5");
                person.key(KeyCode.ENTER);
            });
            on.step("rules: no amount", () -> person.press("rules-limit-set"));
            on.step("rules: returns", () -> {
                person.press("rules-limit");
                person.type("20");
                person.press("rules-returns-yes");
            });
            on.step("rules: none", () -> person.press("rules-returns-no"));
            on.step("rules: no shift is needed", () -> person.press("rules-shift-no"));
            leave("rules");
        });
    }

    @Test
    void setUp() throws Exception {
        person.login(FakeOffice.MANAGER_PIN);
        on.holdsUpNothing(() -> {
            on.step("set-up: opened", () -> {
                on.rig.go("install");
                person.waitForVisible("health-record", SOON);
            });
            on.step("set-up: another terminal", () -> person.press("terminal-1"));
            on.step("set-up: the one in use", () -> person.press("terminal-0"));
            on.till
                    .install()
                    .tests
                    .add(new TestPaymentResult.GivenBack(
                            FakeInstall.attempt(PaymentKind.SALE, AttemptState.APPROVED, null),
                            FakeInstall.attempt(PaymentKind.REVERSAL, AttemptState.APPROVED, null)));
            on.step("set-up: test payment", () -> {
                person.press("trial-go");
                person.waitForVisible("trial-outcome", SOON);
            });
            on.step("set-up: one more", () -> person.press("terminal-add"));
            on.step("set-up: search", () -> {
                person.press("terminal-search");
                person.waitForVisible("terminal-found-1", SOON);
            });
            on.step("set-up: what it asks", () -> person.press("terminal-found-1"));
            on.step("set-up: not that", () -> key(KeyCode.ESCAPE, 2));
            on.step("set-up: printer", () -> person.press("install-section-printer"));
            on.step("set-up: printers found", () -> {
                person.press("printer-search");
                person.waitForVisible("printer-found-0", SOON);
            });
            on.step("set-up: test page", () -> {
                person.press("printer-found-0");
                person.press("printer-test");
                person.waitForVisible("printer-characters", SOON);
            });
            on.step("set-up: link", () -> person.press("install-section-link"));
            on.step("set-up: faults", () -> {
                person.press("install-section-faults");
                person.waitFor(() -> person.words("findings").contains("Java"), SOON, "the findings");
            });
            on.step("set-up: bundle", () -> {
                person.press("faults-bundle");
                person.waitForVisible("bundle-written", SOON);
            });
            on.step("set-up: back to the terminals", () -> person.press("install-section-terminals"));
            leave("set-up");
        });
    }

    @Test
    void payingAndItsOutcomes() throws Exception {
        person.login(FakeTill.PIN);
        on.holdsUpNothing(() -> {
            person.scan(Sample.SOAP);
            on.step("pay: cash", () -> person.key(KeyCode.F8));
            on.step("pay: link", () -> {
                person.key(KeyCode.F7);
                person.waitForVisible("link", SOON);
            });
            on.step("pay: its code", on.till.links::opens);
            on.step("pay: link ended", () -> {
                on.till.links.resolves(AttemptState.CANCELLED);
                person.waitForVisible("card-outcome", SOON);
            });
            on.step("pay: card", () -> person.press("card-again"));
            person.waitForVisible("link", SOON);
            on.till.links.resolves(AttemptState.CANCELLED);
            person.waitForVisible("card-outcome", SOON);
            person.press("cash-instead");
            on.step("pay: by card", () -> person.key(KeyCode.F9));
            on.step("pay: declined", () -> {
                on.till.terminalSays(AttemptState.DECLINED);
                person.waitForVisible("card-outcome", SOON);
            });
            on.step("pay: in cash instead", () -> person.press("cash-instead"));
            person.key(KeyCode.F9);
            on.step("pay: unknown", () -> {
                on.till.terminalSays(AttemptState.UNKNOWN);
                person.waitForVisible("card-unknown", SOON);
            });
            on.step("pay: known", () -> {
                on.till.resolve(AttemptState.APPROVED);
                person.waitForVisible("receipt", SOON);
            });
            on.step("pay: next sale", () -> person.press("new-sale"));
        });
    }

    @Test
    void customersKeysAndApprovals() throws Exception {
        for (int i = 0; i < 60; i++) {
            on.till.customers.knows("k" + i, "Åsa Number " + i);
        }
        person.login(FakeTill.PIN);
        on.holdsUpNothing(() -> {
            person.scan(Sample.MILK);
            on.step("customers: opened", () -> person.key(KeyCode.F3));
            on.step("customers: searched", () -> person.type("ås"));
            on.step("customers: chosen", () -> person.press("customer-0"));
            on.step("customers: taken off", () -> person.press("customer-off"));
            on.step("keys: shown", () -> person.key(KeyCode.F1));
            on.step("keys: hidden", () -> person.key(KeyCode.ESCAPE));
            on.step("rail: shown", () -> person.key(KeyCode.F10));
            on.step("rail: hidden", () -> person.key(KeyCode.ESCAPE));
            on.step("receipts: shown", () -> person.press("receipts-button"));
            on.step("receipts: hidden", () -> person.key(KeyCode.ESCAPE));
            on.rig.go("orders");
            pressOnceSeen("order-1");
            person.waitForVisible("give-back", SOON);
            pressOnceSeen("give-back");
            pressOnceSeen("reason-faulty");
            person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
            on.step("approval: asked", () -> {
                person.press("refund-go");
                person.waitForVisible("approval", SOON);
            });
            on.step("approval: typed", () -> person.type("12"));
            on.step("approval: not", () -> person.key(KeyCode.ESCAPE));
            person.press("refund-leave");
            on.rig.go("sell");
            person.press("cancel-sale");
            person.press("cancel-yes");
            on.step("locked", () -> person.press("lock"));
            on.step("logged in", () -> person.login(FakeTill.PIN));
        });
    }
}
