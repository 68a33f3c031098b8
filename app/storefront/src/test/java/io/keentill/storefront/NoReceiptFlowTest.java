package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Quantity;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.refund.NoReceiptScan;
import io.keentill.engine.refund.NoReceiptTerms;
import io.keentill.engine.refund.NoReceiptWish;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods come back without a receipt: a clerk with a manager beside, and somebody without a mouse. */
class NoReceiptFlowTest {

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
    void aClerkGivesCashWithAManagersPin() {
        person.login(FakeTill.PIN);
        rig.go("orders");
        person.press("no-receipt");
        person.waitForVisible("return-field", SOON);
        person.scan(Sample.SOAP);
        person.waitForVisible("return-more-0", SOON);
        person.press("return-more-0");
        person.waitFor(() -> person.text("return-sum").equals("£6.98"), SOON, "the sum");
        assertThat(person.text("return-limit")).contains("£20.00");
        person.press("return-go");
        assertThat(person.text("return-complaint")).contains("why");
        person.press("return-reason-gift");
        person.press("return-go");
        person.waitForVisible("approval", SOON);
        assertThat(person.text("approval-about")).contains("£6.98").contains("A gift");
        person.type(FakeOffice.MANAGER_PIN);
        person.key(KeyCode.ENTER);
        person.waitForVisible("return-cash", SOON);
        assertThat(person.words("return-cash")).contains("£6.98");
        assertThat(till.refunds().withoutReceipt().given)
                .containsExactly("6.98 GBP by s1 approved by m1 because A gift");
        person.press("return-print");
        assertThat(person.text("who")).isEqualTo("Asha");
        person.press("return-next");
        person.waitForVisible("orders", SOON);
    }

    @Test
    void aLabelOfTheScalesIsReadAsWhenSelling() {
        String label = "2912345004855";
        till.refunds()
                .withoutReceipt()
                .labels
                .put(
                        label,
                        new NoReceiptScan.Goods(new NoReceiptWish.Goods(
                                Sample.PRODUCTS.getFirst().id(), new Quantity(485), null)));
        person.login(FakeTill.PIN);
        rig.go("orders");
        person.press("no-receipt");
        person.waitForVisible("return-field", SOON);
        person.scan(label);
        person.waitForVisible("return-more-0", SOON);
        assertThat(person.words("return-goods")).contains("0.485");
        person.waitFor(() -> person.text("return-sum").equals("£0.80"), SOON, "the sum");
        rig.shot("return-label");
    }

    @Test
    void whereTheShopDoesNotAllowItTheReasonStandsThere() {
        till.refunds().withoutReceipt().terms =
                new NoReceiptTerms.NotNow(Sentence.quoted("This shop takes nothing back without a receipt."));
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("orders");
        assertThat(person.isVisible("no-receipt-why-not")).isFalse();
        person.press("no-receipt");
        person.waitForVisible("no-receipt-why-not", SOON);
        assertThat(person.text("no-receipt-why-not")).contains("takes nothing back");
        assertThat(person.isVisible("orders")).isTrue();
        rig.go("sell");
        rig.go("orders");
        assertThat(person.isVisible("no-receipt-why-not"))
                .as("it is not in the way for ever")
                .isFalse();
    }

    @Test
    void byKeysAlone() throws Exception {
        Keyboard keys = new Keyboard(person, rig.scene());
        person.login(FakeOffice.MANAGER_PIN);
        person.alt(KeyCode.DIGIT2);
        keys.press("no-receipt");
        person.waitFor(() -> person.focused().equals("return-field"), SOON, "the field");
        person.type("sour");
        person.waitForVisible("return-results", SOON);
        person.key(KeyCode.ENTER);
        person.waitForVisible("return-price-0", SOON);
        keys.write("return-price-0", "3.00");
        person.waitFor(() -> person.text("return-sum").equals("£3.00"), SOON, "the sum");
        keys.press("return-reason-lost");
        keys.press("return-go");
        person.waitForVisible("approval", SOON);
        person.type(FakeOffice.MANAGER_PIN);
        person.key(KeyCode.ENTER);
        person.waitForVisible("return-cash", SOON);
        assertThat(till.refunds().withoutReceipt().given)
                .containsExactly("3.00 GBP by m1 approved by m1 because Receipt lost");
        person.waitFor(() -> person.focused().equals("return-next"), SOON, "the way on");
        person.key(KeyCode.SPACE);
        person.waitForVisible("orders", SOON);
        keys.press("no-receipt");
        person.waitForVisible("return-field", SOON);
        keys.press("return-earlier");
        person.waitFor(() -> person.focused().equals("return-earlier-rows"), SOON, "the list");
        person.key(KeyCode.HOME);
        person.key(KeyCode.ENTER);
        person.waitForVisible("return-shown", SOON);
        assertThat(person.words("return-outcome")).contains("£3.00").contains("Return 1");
        keys.press("return-print");
        person.key(KeyCode.ESCAPE);
        person.key(KeyCode.ESCAPE);
        person.key(KeyCode.ESCAPE);
        person.waitForVisible("orders", SOON);
        person.key(KeyCode.ESCAPE);
        person.waitForVisible("sell", SOON);
    }

    @Test
    void aReturnsReceiptIsScannedAmongTheSales() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("orders");
        person.press("no-receipt");
        person.waitForVisible("return-field", SOON);
        person.scan(Sample.SOAP);
        person.waitForVisible("return-more-0", SOON);
        person.press("return-reason-faulty");
        person.press("return-go");
        person.waitForVisible("approval", SOON);
        person.type(FakeOffice.MANAGER_PIN);
        person.key(KeyCode.ENTER);
        person.waitForVisible("return-cash", SOON);
        person.press("return-next");
        person.waitForVisible("orders", SOON);
        person.scan(till.refunds().withoutReceipt().recent(1).getFirst().reference());
        person.waitForVisible("return-shown", SOON);
        rig.shot("office-return-shown");
    }
}
