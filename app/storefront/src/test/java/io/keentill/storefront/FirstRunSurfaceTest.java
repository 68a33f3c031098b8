package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.storefront.looks.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first run as {@link SurfaceTest} and {@link KeyboardReachTest} look at every other screen. */
class FirstRunSurfaceTest {

    private static final double LEAST = 4.5;

    private final List<String> complaints = new ArrayList<>();
    private final FakeFirstRun desk = new FakeFirstRun();
    private FirstRunRig rig;
    private StorefrontDriver person;
    private String name;

    @ParameterizedTest
    @CsvSource({
        "LIGHT,en,100",
        "DARK,en,100",
        "CONTRAST,en,100",
        "LIGHT,de,100",
        "DARK,de,100",
        "CONTRAST,de,100",
        "LIGHT,en,150",
        "DARK,de,150",
        "CONTRAST,de,150"
    })
    void everyStepIsReadAndHitAndReachedByKeys(Theme theme, String language, int percent) throws Exception {
        name = "first-" + theme.key() + "-" + language + (percent == 100 ? "" : "-" + percent);
        rig = new FirstRunRig(desk, language.equals("de") ? Locale.GERMANY : Locale.UK, theme, percent);
        try {
            person = rig.person;
            shopAndKey();
            manager();
        } finally {
            rig.close();
        }
        assertThat(complaints).isEmpty();
    }

    private void shopAndKey() throws Exception {
        look("shop");
        person.press("first-next");
        look("shop-wrong");
        rig.shop();
        look("source");
        person.press("first-source-training");
        look("training");
        person.press("first-source-revkeen");
        rig.fill("first-key", "rk_sandbox_no");
        told("first-complaint");
        look("key-refused");
        rig.fill("first-key", FakeFirstRun.BLIND);
        told("first-key-says");
        look("key-blind");
        rig.fill("first-key", FakeFirstRun.NARROW);
        told("first-key-says");
        look("key");
        rig.fill("first-key", FakeFirstRun.GOOD);
        person.press("first-next");
    }

    private void told(String id) {
        person.press("first-next");
        person.waitForVisible(id, SOON);
    }

    private void manager() throws Exception {
        rig.manager();
        look("manager");
        rig.fill("first-again", "4712");
        person.press("first-next");
        look("manager-wrong");
        rig.fill("first-again", "4711");
        desk.downloadGoesOn = true;
        person.press("first-next");
        person.waitForVisible("first-stop", SOON);
        person.waitFor(() -> person.focused().equals("first-stop"), SOON, "the cursor");
        look("download");
        person.key(KeyCode.ESCAPE);
        told("first-complaint", "first-next");
        look("stopped");
        desk.breaks = true;
        desk.downloadGoesOn = false;
        person.press("first-next");
        person.waitFor(() -> person.text("first-complaint").contains("staging-api"), SOON, "the break");
        look("broken");
        desk.breaks = false;
        desk.stores = true;
        desk.downloadGoesOn = true;
        person.press("first-next");
        person.waitForVisible("first-stop", SOON);
        person.waitFor(() -> person.text("first-stop").contains("…"), SOON, "the storing");
        look("storing");
        desk.downloadGoesOn = false;
        person.waitForVisible("first-sell", SOON);
        look("ready");
    }

    private void told(String complaint, String cursor) {
        person.waitForVisible(complaint, SOON);
        person.waitFor(() -> person.focused().equals(cursor), SOON, "the cursor");
    }

    private void look(String step) throws Exception {
        person.settle();
        String where = name + " " + step + ": ";
        Toolkit.run(() -> {
            ScreenCheck.complaints(rig.screen.root(), LEAST).forEach(c -> complaints.add(where + c));
            if (name.contains("-de")) {
                SurfaceTest.english(ScreenText.of(rig.screen.root()))
                        .forEach(words -> complaints.add(where + "says in English: " + words));
            }
        });
        person.snapshot(OfficeRig.SHOTS.resolve(name).resolve(step + ".png"));
        if (name.contains("-en")) {
            new Keyboard(person, rig.scene()).complaints().forEach(c -> complaints.add(where + c));
        }
    }
}
