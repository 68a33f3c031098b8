package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.account.Readiness;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A customer comes to pay what they owe, on the screen. */
class AccountFlowTest {

    @Test
    void whatACustomerOwesIsSeenAndPaidByCard() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            find(rig);
            assertThat(clerk.text("customer-account")).isEqualTo("2 open invoices");
            rig.shot("70-customer-owes");
            clerk.press("customer-account");
            clerk.waitForVisible("invoice-1", ClerkRig.SOON);
            assertThat(clerk.words("account"))
                    .contains("Invoice INV-000123")
                    .contains("£42.00")
                    .contains("Overdue")
                    .contains("due 30 Nov 2026")
                    .contains("Gold membership: active, until 31 Mar 2027")
                    .contains("Studio: no access, suspended");
            rig.shot("71-account");
            clerk.press("invoice-0");
            clerk.waitFor(() -> clerk.text("total").equals("£42.00"), ClerkRig.SOON, "the invoice on the counter");
            assertThat(clerk.isEnabled("more-line-0")).isFalse();
            assertThat(clerk.isEnabled("order-discount")).isFalse();
            assertThat(clerk.words("basket")).contains("on the invoice");
            rig.shot("72-invoice");
            clerk.key(KeyCode.F9);
            clerk.waitFor(() -> clerk.text("card-amount").contains("£42.00"), ClerkRig.SOON, "the terminal");
            rig.till.terminalSays(AttemptState.APPROVED);
            clerk.waitForVisible("receipt", ClerkRig.SOON);
            assertThat(clerk.words("receipt")).contains("Invoice INV-000123");
            rig.shot("73-invoice-receipt");
            assertThat(rig.till.accounts.readyAsked).isEqualTo(1);
        }
    }

    @Test
    void paidElsewhereMeanwhileItIsToldAndNotCharged() throws Exception {
        try (ClerkRig rig = ClerkRig.open(Locale.GERMANY, 1366, 768)) {
            StorefrontDriver clerk = rig.clerk;
            find(rig);
            clerk.key(KeyCode.F3);
            clerk.waitForVisible("invoice-0", ClerkRig.SOON);
            rig.shot("74-account-german");
            clerk.press("invoice-0");
            clerk.waitForVisible("line-0", ClerkRig.SOON);
            rig.till.accounts.readiness =
                    new Readiness.Stopped(Sentence.quoted("Invoice INV-000123 is paid already. Cancel this sale."));
            clerk.key(KeyCode.F8);
            clerk.waitFor(() -> clerk.words("toasts").contains("paid already"), ClerkRig.SOON, "why not");
            rig.shot("75-paid-elsewhere");
            assertThat(clerk.isVisible("cash-amount")).isFalse();
            assertThat(rig.till.charges).isZero();
        }
    }

    @Test
    void withoutANetworkTheAccountSaysSoAndTheSaleGoesOn() throws Exception {
        try (ClerkRig rig = ClerkRig.open()) {
            StorefrontDriver clerk = rig.clerk;
            rig.till.accounts.reachable = false;
            clerk.login(FakeTill.PIN);
            clerk.key(KeyCode.F3);
            clerk.waitForVisible("customer-search", ClerkRig.SOON);
            clerk.settle();
            clerk.type("weiß");
            clerk.waitForVisible("customer-0", ClerkRig.SOON);
            clerk.key(KeyCode.ENTER);
            clerk.key(KeyCode.F3);
            clerk.waitFor(
                    () -> clerk.text("account-invoices-note").contains("nothing is known"), ClerkRig.SOON, "the words");
            rig.shot("76-account-away");
            clerk.scan(Sample.SOAP);
            clerk.payCash("5");
            clerk.waitForVisible("receipt", ClerkRig.SOON);
        }
    }

    private static void find(ClerkRig rig) throws Exception {
        rig.clerk.login(FakeTill.PIN);
        rig.clerk.key(KeyCode.F3);
        rig.clerk.waitForVisible("customer-search", ClerkRig.SOON);
        rig.clerk.settle();
        rig.clerk.type("weiß");
        rig.clerk.waitForVisible("customer-0", ClerkRig.SOON);
        rig.clerk.key(KeyCode.ENTER);
        rig.clerk.waitForVisible("customer-account", ClerkRig.SOON);
    }
}
