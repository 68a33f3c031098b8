package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/**
 * Walks through {@code docs/guide/manager.md} and makes its pictures. They are kept beside it when run with
 * {@code -Dguide.write=true}; without, the walk alone is tested, and that the page shows only pictures that are there.
 */
class ManagerGuideTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\((images/[^)]+)\\)");

    private OfficeRig rig;

    @Test
    void theManagersPageIsWalked() throws Exception {
        FakeTill till = Mornings.busy();
        rig = new OfficeRig(till, java.util.Locale.UK, 1100, 700);
        try {
            StorefrontDriver person = rig.person;
            person.login(FakeOffice.MANAGER_PIN);
            rig.go("orders");
            person.type("4");
            person.key(javafx.scene.input.KeyCode.ENTER);
            person.waitForVisible("story-receipt", SOON);
            picture("manager-story");
            person.press("give-back");
            person.press("reason-faulty");
            person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer");
            picture("manager-refund");
            rig.go("orders");
            person.press("no-receipt");
            person.waitForVisible("return-field", SOON);
            person.scan(Sample.SOAP);
            person.waitForVisible("return-price-0", SOON);
            person.scan("2*" + Sample.MILK);
            person.waitForVisible("return-price-1", SOON);
            person.press("return-reason-gift");
            person.waitFor(() -> person.isEnabled("return-go"), SOON, "the offer");
            picture("manager-return");
            rig.go("tasks");
            person.press("task-0");
            picture("manager-task");
            rig.go("shift");
            person.press("shift-open");
            person.waitForVisible("shift-count", SOON);
            person.press("shift-count");
            person.press("count-1");
            person.type("4");
            picture("manager-count");
            person.key(javafx.scene.input.KeyCode.ESCAPE);
            till.shifts().day = FakeShifts.counted(
                    26_42,
                    28_92,
                    java.util.List.of(
                            Sentence.quoted(
                                    "Terminal zvt:tcp:127.0.0.1:20007 closed its day with 4 payments, net 28.92 GBP; this"
                                            + " till's books have 3, net 26.42 GBP, so 2.50 GBP more is at the terminal. Look on its report"
                                            + " for payments that this till did not start, and give back what nobody bought.")));
            person.press("shift-terminal-open");
            person.press("terminal-day-end");
            person.waitFor(() -> !person.text("terminal-day-verdict").isEmpty(), SOON, "the comparison");
            picture("manager-terminal-day");
            exchange(person);
            rules(person);
        } finally {
            rig.close();
        }
    }

    /** Soap of an earlier sale for a basket that costs more. */
    private void exchange(StorefrontDriver person) throws Exception {
        // In one turn of the screen: between two its time may be over.
        Toolkit.run(() -> rig.scene().getRoot().lookupAll("#toast-close").forEach(close -> ((Button) close).fire()));
        rig.go("sell");
        person.scan(Sample.MILK);
        person.scan("2*" + Sample.SOAP);
        rig.go("orders");
        person.press("order-0");
        person.waitForVisible("give-back", SOON);
        person.press("give-back");
        person.waitForVisible("refund", SOON);
        person.press("refund-mode-exchange");
        person.press("refund-more-0");
        person.press("reason-returned");
        person.waitFor(() -> person.isEnabled("refund-go"), SOON, "the offer of an exchange");
        picture("manager-exchange");
    }

    private void rules(StorefrontDriver person) {
        rig.go("rules");
        person.waitFor(() -> !person.text("rules-shift-now").isEmpty(), SOON, "the rules");
        person.press("rules-limit");
        person.type("20");
        person.press("rules-returns-yes");
        person.waitFor(() -> person.text("rules-limit").isEmpty(), SOON, "the limit");
        picture("manager-rules");
    }

    private void picture(String name) {
        rig.person.snapshot(Path.of("target", "guide", name + ".png"));
        if (Boolean.getBoolean("guide.write")) {
            rig.person.snapshot(GUIDE.resolve("images").resolve(name + ".png"));
        }
    }

    @Test
    void thePageShowsOnlyPicturesThatAreThere() throws Exception {
        Matcher pictures = PICTURE.matcher(Files.readString(GUIDE.resolve("manager.md")));
        assertThat(pictures.results()
                        .map(found -> GUIDE.resolve(found.group(1)))
                        .toList())
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(picture).exists());
    }
}
