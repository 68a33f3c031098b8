package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A manager reads the shop's rules and changes them, by hand and by keys alone. */
class RulesFlowTest {

    private OfficeRig rig;
    private StorefrontDriver person;
    private FakeRules rules;

    @BeforeEach
    void open() throws Exception {
        rig = OfficeRig.open();
        person = rig.person;
        rules = rig.till.office().rules();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void eachRuleIsReadInWordsAndChangedInPlace() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("rules");
        person.waitFor(() -> person.text("rules-shift-now").contains("without a shift, too"), SOON, "the rules");
        assertThat(person.text("rules-difference-now")).contains("£2.00");
        assertThat(person.text("rules-returns-now")).contains("Nothing comes back");
        assertThat(person.text("rules-limit-now")).contains("No limit is set");
        person.press("rules-returns-yes");
        person.waitForVisible("rules-returns-complaint", SOON);
        assertThat(person.text("rules-returns-complaint")).contains("how much one return");
        assertThat(person.text("rules-returns-now")).contains("Nothing comes back");
        rig.shot("rules-refused");
        person.press("rules-limit");
        person.type("20");
        person.press("rules-returns-yes");
        person.waitFor(() -> person.text("rules-limit-now").contains("£20.00"), SOON, "the limit");
        assertThat(person.text("rules-returns-now")).contains("for cash and with a manager’s PIN");
        assertThat(person.isVisible("rules-returns-complaint")).isFalse();
        assertThat(person.text("rules-limit")).isEmpty();
        person.press("rules-shift-yes");
        person.waitForVisible("rules-no-shift", SOON);
        assertThat(person.text("rules-shift-now")).contains("in an open shift alone");
        rig.shot("rules");
        assertThat(rules.set).containsExactly("returns true 20.00 GBP by m1", "shifts true null by m1");
        person.key(KeyCode.ESCAPE);
        assertThat(person.isVisible("sell")).isTrue();
    }

    @Test
    void byKeysAlone() throws Exception {
        Keyboard keys = new Keyboard(person, rig.scene());
        person.login(FakeOffice.MANAGER_PIN);
        person.alt(KeyCode.DIGIT9);
        person.waitFor(() -> person.focused().equals("rules-shift-no"), SOON, "the cursor");
        keys.press("rules-shift-yes");
        person.waitFor(() -> rules.now().shiftRequired(), SOON, "the rule");
        keys.write("rules-difference", "5");
        person.key(KeyCode.ENTER);
        person.waitFor(() -> person.text("rules-difference-now").contains("£5.00"), SOON, "the difference");
        assertThat(person.focused()).as("the cursor stays").isEqualTo("rules-difference");
        keys.write("rules-limit", "x");
        keys.press("rules-limit-set");
        assertThat(person.text("rules-returns-complaint")).contains("Type an amount");
        assertThat(person.focused()).isEqualTo("rules-limit-set");
        keys.write("rules-limit", "12.50");
        person.key(KeyCode.ENTER);
        person.waitFor(() -> person.text("rules-limit-now").contains("£12.50"), SOON, "the limit");
        keys.press("rules-returns-yes");
        person.waitFor(() -> rules.now().withoutReceipt(), SOON, "the rule");
        assertThat(rules.set)
                .containsExactly(
                        "shifts true null by m1",
                        "shifts null 5.00 GBP by m1",
                        "returns null 12.50 GBP by m1",
                        "returns true null by m1");
    }

    @Test
    void labelsOfTheScalesAreSetByKeysAndReadInWords() throws Exception {
        Keyboard keys = new Keyboard(person, rig.scene());
        person.login(FakeOffice.MANAGER_PIN);
        person.alt(KeyCode.DIGIT9);
        person.waitFor(() -> person.text("rules-labels-now").contains("No label hides"), SOON, "the rules");
        assertThat(person.isEnabled("rules-labels-none"))
                .as("there is none to take away")
                .isFalse();
        keys.write("rules-labels", "28PPPPP");
        person.key(KeyCode.ENTER);
        person.waitForVisible("rules-labels-complaint", SOON);
        assertThat(person.text("rules-labels-complaint")).contains("28PPPPP makes no sense");
        rig.shot("rules-labels-refused");
        keys.write("rules-labels", "28PPPPPVVVVVC 29PPPPPWWWWWC");
        keys.press("rules-labels-set");
        person.waitFor(() -> person.text("rules-labels-now").contains("28PPPPPVVVVVC: a price"), SOON, "the labels");
        assertThat(person.text("rules-labels-now")).contains("29PPPPPWWWWWC: a weight");
        assertThat(person.text("rules-labels")).isEmpty();
        rig.shot("rules-labels");
        keys.press("rules-labels-none");
        person.waitFor(() -> person.text("rules-labels-now").contains("No label hides"), SOON, "none");
        assertThat(person.focused()).as("the cursor does not go astray").isEqualTo("rules-labels");
        assertThat(rules.set).containsExactly("labels [28PPPPPVVVVVC, 29PPPPPWWWWWC] by m1", "labels [] by m1");
    }

    @Test
    void whatTheTillRefusesIsSaidAndTheAnswerStaysAsItWas() {
        rules.refused = "Nothing was stored: the disk is full.";
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("rules");
        person.press("rules-shift-yes");
        person.waitForVisible("rules-shift-complaint", SOON);
        assertThat(person.text("rules-shift-complaint")).contains("the disk is full");
        assertThat(person.text("rules-shift-now")).contains("without a shift, too");
        assertThat(person.isChosen("rules-shift-yes")).isFalse();
        assertThat(person.isChosen("rules-shift-no")).isTrue();
    }

    @Test
    void aClerkIsNotLedThereAndWhatAManagerTypedIsGone() {
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("rules");
        person.press("rules-limit");
        person.type("99");
        person.press("lock");
        person.login(FakeTill.PIN);
        person.alt(KeyCode.DIGIT9);
        assertThat(person.isVisible("rules")).isFalse();
        person.key(KeyCode.F10);
        assertThat(person.isVisible("go-looks")).isTrue();
        assertThat(person.isVisible("go-rules")).isFalse();
        person.press("lock");
        person.login(FakeOffice.MANAGER_PIN);
        rig.go("rules");
        person.waitForVisible("rules-limit", SOON);
        assertThat(person.text("rules-limit")).isEmpty();
    }
}
