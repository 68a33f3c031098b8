package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a clerk does to a basket beyond scanning, by touch and by keyboard. */
class BasketFlowTest {

    @Test
    void aProductWithSeveralPricesAsksWhichAndScansWaitMeanwhile() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            clerk.scan("2*SKU-015");
            clerk.waitForVisible("choice-2", ClerkRig.SOON);
            rig.shot("30-choice");
            clerk.scan(Sample.MILK);
            clerk.scan(Sample.SOAP);
            assertThat(rig.till.openOrder()).as("they wait").isEmpty();
            assertThat(clerk.words("toasts")).contains("2 scans wait");
            clerk.press("choice-2");
            assertThat(clerk.words("lines")).contains("Filter coffee, large").contains("Whole milk");
            assertThat(clerk.text("total")).isEqualTo("£11.54");
            assertThat(rig.till.openOrder().orElseThrow().lines().getFirst().name())
                    .isEqualTo("Filter coffee, large");
        }
    }

    @Test
    void anOpenPriceIsTypedAndRefusedWithWordsIfItIsNone() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            clerk.scan("SKU-016");
            clerk.waitForVisible("open-price", ClerkRig.SOON);
            clerk.settle();
            clerk.type("free");
            clerk.key(KeyCode.ENTER);
            assertThat(clerk.text("band-complaint")).contains("price above zero");
            for (int i = 0; i < 4; i++) {
                clerk.key(KeyCode.BACK_SPACE);
            }
            clerk.type("12,50");
            rig.shot("31-open-price");
            clerk.key(KeyCode.ENTER);
            assertThat(clerk.text("total")).isEqualTo("£12.50");
            assertThat(clerk.isVisible("band")).isFalse();
        }
    }

    @Test
    void notesCodesPricesAndTaxAreChangedInTheBand() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            clerk.scan(Sample.SOAP);
            clerk.scan(Sample.MILK);
            clerk.press("discount-line-0");
            clerk.press("discount-note");
            clerk.type("gift wrap");
            rig.shot("32-line-band");
            clerk.key(KeyCode.ENTER);
            assertThat(clerk.text("note-line-0")).isEqualTo("gift wrap");
            clerk.press("discount-line-0");
            clerk.press("discount-price");
            clerk.type("3");
            clerk.key(KeyCode.ENTER);
            clerk.waitForVisible("approval", ClerkRig.SOON);
            clerk.settle();
            rig.shot("33-approval");
            clerk.type(FakeOffice.MANAGER_PIN);
            clerk.key(KeyCode.ENTER);
            assertThat(clerk.text("total")).isEqualTo("£4.65");
            assertThat(clerk.text("who")).as("the clerk is still logged in").isEqualTo("Asha");
            clerk.key(KeyCode.F6);
            clerk.waitForVisible("discount-code", ClerkRig.SOON);
            clerk.press("discount-code");
            clerk.type("ten");
            rig.shot("33-sale-band");
            clerk.key(KeyCode.ENTER);
            assertThat(clerk.text("total")).isEqualTo("£4.18");
            clerk.key(KeyCode.F6);
            clerk.press("discount-code");
            clerk.press("discount-none");
            assertThat(clerk.text("total")).isEqualTo("£4.65");
        }
    }

    @Test
    void aManagerSellsForAnotherPriceAndWithoutTax() throws Exception {
        try (ClerkRig rig = ClerkRig.open(Locale.GERMANY, 1366, 768)) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeOffice.MANAGER_PIN);
            clerk.scan(Sample.SOAP);
            clerk.press("discount-line-0");
            clerk.press("discount-price");
            clerk.type("3");
            clerk.key(KeyCode.ENTER);
            assertThat(clerk.text("price-line-0"))
                    .contains("3,00")
                    .contains("statt")
                    .contains("3,49");
            clerk.key(KeyCode.F6);
            clerk.press("discount-exempt");
            clerk.type("EU 4711");
            rig.shot("34-exempt-german");
            clerk.key(KeyCode.ENTER);
            assertThat(clerk.text("total")).contains("2,50");
            assertThat(clerk.words("basket")).contains("Ohne Steuer: EU 4711");
            rig.shot("35-exempt-basket-german");
        }
    }

    @Test
    void theCursorStaysOnTheKeyOfItsLineWhenTheLineBeforeGoes() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            rig.clerk.login(FakeTill.PIN);
            rig.clerk.scan(Sample.SOAP);
            rig.clerk.scan(Sample.MILK);
            Toolkit.run(() -> rig.scene().lookup("#more-line-1").requestFocus());
            rig.till.remove(rig.line(0), "clerk");
            rig.clerk.settle();
            Toolkit.run(() -> {
                assertThat(rig.scene().getFocusOwner().getId()).isEqualTo("more-line-0");
                assertThat(rig.scene().getFocusOwner().getAccessibleText()).contains("milk");
            });
            assertThat(rig.clerk.words("lines")).doesNotContain("soap");
        }
    }

    @Test
    void aLineTakenOutComesBackWithItsNote() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            clerk.scan(Sample.SOAP);
            clerk.scan(Sample.MILK);
            String soap = rig.line(0);
            rig.till.basket().setLineNote(soap, "gift wrap");
            clerk.settle();
            clerk.press("remove-line-0");
            clerk.press("toast-action");
            assertThat(clerk.text("note-line-0")).isEqualTo("gift wrap");
            assertThat(rig.line(0)).isEqualTo(soap);
        }
    }

    @Test
    void aCustomerIsFoundBeforeTheFirstItemAndMadeIfNobodyKnowsThem() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            clerk.key(KeyCode.F3);
            clerk.waitForVisible("customer-search", ClerkRig.SOON);
            clerk.settle();
            clerk.type("weiß");
            clerk.waitForVisible("customer-0", ClerkRig.SOON);
            rig.shot("36-customers");
            clerk.key(KeyCode.ENTER);
            assertThat(clerk.text("customer-name")).contains("Bertha Weiß");
            clerk.scan(Sample.MILK);
            String order = rig.till.openOrder().orElseThrow().id();
            assertThat(rig.till.customers.of(order)).map(c -> c.id()).contains("c2");
            rig.shot("37-customer-on-sale");
            clerk.press("customer-off");
            assertThat(rig.till.customers.of(order)).isEmpty();
            clerk.press("customer");
            clerk.press("new-email");
            clerk.type("taken@example.com");
            clerk.press("new-customer");
            clerk.waitFor(() -> clerk.text("customer-complaint").contains("already"), ClerkRig.SOON, "why not");
            rig.shot("38-customer-refused");
            clerk.press("new-email");
            clerk.key(KeyCode.END);
            clerk.type(".org");
            clerk.key(KeyCode.ENTER);
            clerk.waitFor(() -> rig.till.customers.of(order).isPresent(), ClerkRig.SOON, "the new customer");
        }
    }

    @Test
    void aCardPaysPartAndAnotherTheRest() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            clerk.login(FakeTill.PIN);
            clerk.scan("2*" + Sample.SOAP);
            clerk.key(KeyCode.F8);
            clerk.waitForVisible("cash-amount", ClerkRig.SOON);
            clerk.type("99");
            clerk.key(KeyCode.F9);
            assertThat(clerk.text("cash-complaint")).contains("at most");
            assertThat(rig.till.charges).isZero();
            clerk.press("cash-delete");
            clerk.press("cash-delete");
            clerk.type("5");
            assertThat(clerk.text("pay-by-card")).contains("£5.00");
            rig.shot("39-card-part");
            clerk.key(KeyCode.F9);
            clerk.waitFor(() -> clerk.text("card-amount").contains("£5.00"), ClerkRig.SOON, "the part");
            rig.till.terminalSays(AttemptState.APPROVED);
            // The sum is told before the payment is over, and nobody leaves while it runs.
            clerk.waitForVisible("cash-amount", ClerkRig.SOON);
            clerk.waitFor(() -> clerk.text("due").equals("£1.98"), ClerkRig.SOON, "the rest");
            rig.shot("40-half-paid");
            clerk.press("lock");
            clerk.login(FakeTill.PIN);
            clerk.waitForVisible("due", ClerkRig.SOON);
            assertThat(clerk.text("due")).isEqualTo("£1.98");
            clerk.key(KeyCode.F9);
            rig.till.terminalSays(AttemptState.APPROVED);
            clerk.waitForVisible("receipt", ClerkRig.SOON);
            rig.shot("41-receipt");
            clerk.press("print-gift");
            assertThat(rig.till.printed.getLast()).endsWith("gift");
        }
    }
}
