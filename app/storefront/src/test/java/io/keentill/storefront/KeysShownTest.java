package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.payment.AttemptState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F1 tells the keys of the screen in front: each one it names does something there, each it does not name does nothing. */
class KeysShownTest {

    /** What begins a payment is only looked for where it is not named. */
    private static final Set<KeyCode> BEGIN_PAYMENTS = Set.of(KeyCode.F7, KeyCode.F8, KeyCode.F9);

    private OfficeRig rig;
    private StorefrontDriver person;

    @BeforeEach
    void open() throws Exception {
        rig = OfficeRig.open();
        person = rig.person;
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private String screen() throws Exception {
        AtomicReference<String> text = new AtomicReference<>();
        Toolkit.run(() -> {
            rig.storefront.bringUpToDate();
            text.set(ScreenText.of(rig.storefront.root()));
        });
        return text.get() + "\n" + person.focused();
    }

    /** The function keys that F1 names; what stood there before is there again after. */
    private List<String> named() throws Exception {
        String before = screen();
        person.key(KeyCode.F1);
        assertThat(person.isVisible("help-pane")).isTrue();
        assertThat(person.focused()).isEqualTo("help-close");
        List<String> words = person.words("help-keys").lines().toList();
        person.key(KeyCode.ESCAPE);
        assertThat(person.isVisible("help-pane")).isFalse();
        assertThat(screen()).as("nothing else has changed").isEqualTo(before);
        return words;
    }

    private void isTrueOf(String where) throws Exception {
        List<String> named = named();
        List<String> wrong = new ArrayList<>();
        for (int i = 2; i <= 10; i++) {
            KeyCode key = KeyCode.valueOf("F" + i);
            boolean told = named.contains(key.getName());
            if (told && BEGIN_PAYMENTS.contains(key)) {
                continue;
            }
            // Where the cursor stands already to which a key leads, it seems to do nothing; it does from the next stop.
            boolean does = does(key) || (told && does(key));
            if (does != told) {
                wrong.add(key.getName() + (told ? " is named and does nothing" : " does something and is not named"));
            }
            if (does) {
                back(where);
            }
        }
        assertThat(wrong).as(where).isEmpty();
    }

    private boolean does(KeyCode key) throws Exception {
        person.key(KeyCode.TAB);
        String before = screen();
        person.key(key);
        return !screen().equals(before);
    }

    private void back(String where) throws Exception {
        if (where.equals("sell") && !screen().contains("Ready for the first item")) {
            person.key(KeyCode.ESCAPE);
        }
        if (person.isVisible("rail") && where.equals("sell")) {
            person.key(KeyCode.ESCAPE);
        }
    }

    @Test
    void onEachScreen() throws Exception {
        isTrueOf("login");
        person.login(FakeOffice.MANAGER_PIN);
        person.scan(Sample.MILK);
        isTrueOf("sell");
        assertThat(named()).contains("F4", "F8", "3*", "Alt 1 2 3 4 5 6 7 8 9");
        person.key(KeyCode.F9);
        rig.till.terminalSays(AttemptState.DECLINED);
        person.waitForVisible("card-outcome", SOON);
        assertThat(named()).contains("F8", "F9").doesNotContain("F4");
        person.key(KeyCode.ESCAPE);
        for (String workspace : List.of("orders", "tasks", "shift", "staff", "journal", "looks", "install", "rules")) {
            rig.go(workspace);
            if (workspace.equals("install")) {
                // What the terminal answers comes by itself, while somebody looks at the keys.
                person.waitForVisible("health-record", SOON);
            }
            isTrueOf(workspace);
        }
        rig.go("orders");
        person.press("no-receipt");
        person.waitForVisible("return-field", SOON);
        isTrueOf("return");
        rig.go("sell");
        person.press("cancel-sale");
        person.press("cancel-yes");
        assertThat(named())
                .doesNotContain("F4", "F6")
                .as("there is no sale to park or pay")
                .doesNotContain("F8");
    }

    @Test
    void aClerkIsToldTheirOwnWorkspaces() throws Exception {
        person.login(FakeTill.PIN);
        assertThat(named()).anyMatch(line -> line.startsWith("Alt 1 2 ")).noneMatch(line -> line.contains("5"));
    }

    @Test
    void whileSomebodyIsAskedForAPinTheDigitsAreNamed() throws Exception {
        person.login(FakeTill.PIN);
        rig.go("orders");
        person.press("order-0");
        person.waitForVisible("give-back", SOON);
        person.press("give-back");
        person.press("reason-faulty");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
        person.press("refund-go");
        person.waitForVisible("approval", SOON);
        assertThat(named()).contains("0 … 9", "Enter").doesNotContain("F2", "F10");
        assertThat(person.focused()).isEqualTo("approval");
    }
}
