package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The first run does not hold its screen up for longer than 8 ms either, however fast the catalogue comes in. */
class FirstRunWatchdogTest {

    private final Weighing weighing = new Weighing();
    private FirstRunRig rig;
    private StorefrontDriver person;

    private void step(String name, Weighing.Round action) throws Exception {
        weighing.step("first run: " + name, person, rig.scene(), action);
    }

    @Test
    void theFirstRun() throws Exception {
        weighing.holdsUpNothing(() -> {
            FakeFirstRun desk = new FakeFirstRun();
            rig = FirstRunRig.watched(desk, weighing.watchdog);
            try {
                person = rig.person;
                shopAndKey();
                managerAndCatalogue(desk);
            } finally {
                rig.close();
            }
        });
    }

    private void shopAndKey() throws Exception {
        step("nothing typed", () -> person.key(KeyCode.ENTER));
        step("typed", () -> person.type("Corner"));
        rig.fill("first-till", "Front");
        step("another language", () -> person.press("first-language-de_de"));
        step("to the key", () -> {
            person.press("first-next");
            person.waitForVisible("first-key", SOON);
        });
        step("training", () -> person.press("first-source-training"));
        step("RevKeen", () -> person.press("first-source-revkeen"));
        person.press("first-key");
        step("a key", () -> person.type(FakeFirstRun.NARROW));
        step("what it lacks", () -> {
            person.press("first-next");
            person.waitForVisible("first-key-says", SOON);
        });
        step("to the manager", () -> {
            person.press("first-next");
            person.waitForVisible("first-manager", SOON);
        });
    }

    private void managerAndCatalogue(FakeFirstRun desk) throws Exception {
        step("no manager", () -> person.key(KeyCode.ENTER));
        rig.manager();
        desk.downloadGoesOn = true;
        desk.pages = 500;
        step("the catalogue", () -> {
            person.press("first-next");
            person.waitFor(() -> person.text("first-count").contains("50.000"), SOON, "how far it is");
        });
        step("stopped", () -> {
            person.press("first-stop");
            person.waitForVisible("first-next", SOON);
        });
        desk.downloadGoesOn = false;
        step("ready", () -> {
            person.press("first-next");
            person.waitForVisible("first-sell", SOON);
        });
    }
}
