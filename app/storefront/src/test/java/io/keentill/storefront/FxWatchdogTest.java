package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Nothing that a clerk does all day keeps the screen's thread for longer than 8 ms. */
class FxWatchdogTest {

    private static final int WARM_UP = 12;

    @Test
    void sellingNeverHoldsUpTheScreen() throws Exception {
        FxWatchdog watchdog = new FxWatchdog();
        try (ClerkRig rig = ClerkRig.watched(watchdog)) {
            ClerkRig.onScreen(() -> watchdog.watch(rig.scene()));
            rig.clerk.login(FakeTill.PIN);
            for (int i = 0; i < WARM_UP; i++) {
                sell(rig);
            }
            ClerkRig.onScreen(watchdog::begin);
            for (int i = 0; i < 3; i++) {
                sell(rig);
            }
            AtomicReference<Integer> count = new AtomicReference<>();
            ClerkRig.onScreen(() -> {
                count.set(watchdog.count());
                assertThat(watchdog.tooHeavy()).isEmpty();
            });
            assertThat(count.get()).as("pieces weighed").isGreaterThan(100);
        }
    }

    @Test
    void itBarksAtWorkThatIsTooHeavy() throws Exception {
        FxWatchdog watchdog = new FxWatchdog();
        ClerkRig.onScreen(watchdog::begin);
        watchdog.execute(() -> {
            long sum = 0;
            for (long until = System.nanoTime() + 40_000_000L; System.nanoTime() < until; ) {
                sum++;
            }
            assertThat(sum).isPositive();
        });
        ClerkRig.onScreen(() -> assertThat(watchdog.heaviest()).isGreaterThan(FxWatchdog.MOST_MILLIS));
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
