package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.storefront.FxWatchdog.Piece;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Nothing that a clerk does all day keeps the screen's thread for longer than 8 ms. */
class FxWatchdogTest {

    private static final int WARM_UP = 12;

    /** Work that is too heavy is so each time; a core that others use makes single pieces dearer, and not the same ones. */
    private static final int ROUNDS = 20;

    @Test
    void sellingNeverHoldsUpTheScreen() throws Exception {
        FxWatchdog watchdog = new FxWatchdog();
        try (ClerkRig rig = ClerkRig.watched(watchdog)) {
            Toolkit.run(() -> watchdog.watch(rig.scene()));
            rig.clerk.login(FakeTill.PIN);
            for (int i = 0; i < WARM_UP; i++) {
                sell(rig);
            }
            List<Piece> heavy = List.of();
            for (int i = 0; i < ROUNDS; i++) {
                heavy = round(rig, watchdog);
                if (heavy.isEmpty()) {
                    return;
                }
            }
            assertThat(heavy).as("heavy in each of %d rounds", ROUNDS).isEmpty();
        }
    }

    /** Three sales; what of them was too heavy. */
    private static List<Piece> round(ClerkRig rig, FxWatchdog watchdog) throws Exception {
        Toolkit.run(watchdog::begin);
        for (int i = 0; i < 3; i++) {
            sell(rig);
        }
        AtomicReference<List<Piece>> heavy = new AtomicReference<>();
        Toolkit.run(() -> {
            assertThat(watchdog.count()).as("pieces weighed").isGreaterThan(100);
            heavy.set(watchdog.tooHeavy());
        });
        return heavy.get();
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

    private static void sell(ClerkRig rig) {
        StorefrontDriver clerk = rig.clerk;
        clerk.scan(Sample.MILK);
        clerk.scan("3*" + Sample.SOAP);
        clerk.type("cof");
        clerk.key(KeyCode.ESCAPE);
        clerk.press("tile-SKU-003");
        clerk.press("order-discount");
        clerk.press("discount-10");
        clerk.payCash("50");
        clerk.waitForVisible("receipt", ClerkRig.SOON);
        clerk.key(KeyCode.ENTER);
    }
}
