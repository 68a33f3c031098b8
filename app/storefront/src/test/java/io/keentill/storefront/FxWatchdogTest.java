package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Nothing that a clerk does all day keeps the screen's thread for longer than 8 ms. */
class FxWatchdogTest {

    private final Weighing weighing = new Weighing();

    @Test
    void sellingNeverHoldsUpTheScreen() throws Exception {
        try (ClerkRig rig = ClerkRig.watched(weighing.watchdog)) {
            Toolkit.run(() -> weighing.watchdog.watch(rig.scene()));
            rig.clerk.login(FakeTill.PIN);
            weighing.holdsUpNothing(() -> sell(rig));
        }
    }

    @Test
    void itBarksAtWorkThatIsTooHeavy() throws Exception {
        FxWatchdog watchdog = new FxWatchdog();
        Toolkit.run(watchdog::begin);
        watchdog.execute(() -> {
            long end = FxWatchdog.used() + 2 * (long) (FxWatchdog.MOST_MILLIS * 1e6);
            while (FxWatchdog.used() < end) {
                Thread.onSpinWait();
            }
        });
        Toolkit.run(() -> assertThat(watchdog.heaviest().millis()).isGreaterThan(FxWatchdog.MOST_MILLIS));
    }

    private void sell(ClerkRig rig) throws Exception {
        StorefrontDriver clerk = rig.clerk;
        step(rig, "scanned", () -> clerk.scan(Sample.MILK));
        step(rig, "several scanned", () -> clerk.scan("3*" + Sample.SOAP));
        step(rig, "searched", () -> clerk.type("cof"));
        step(rig, "left", () -> clerk.key(KeyCode.ESCAPE));
        step(rig, "a tile", () -> clerk.press("tile-SKU-003"));
        step(rig, "discount asked", () -> clerk.press("order-discount"));
        step(rig, "discount given", () -> clerk.press("discount-10"));
        step(rig, "paid", () -> {
            clerk.payCash("50");
            clerk.waitForVisible("receipt", ClerkRig.SOON);
        });
        step(rig, "next sale", () -> clerk.key(KeyCode.ENTER));
    }

    private void step(ClerkRig rig, String name, Weighing.Round action) throws Exception {
        weighing.step("selling: " + name, rig.clerk, rig.scene(), action);
    }
}
