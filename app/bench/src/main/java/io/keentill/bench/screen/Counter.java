package io.keentill.bench.screen;

import io.keentill.bench.InstantTerminal;
import io.keentill.device.terminal.FrameTrace;
import io.keentill.device.zvt.ZvtDriver;
import io.keentill.engine.LocalTill;
import io.keentill.engine.TillParts;
import io.keentill.engine.setup.Secrets;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.storefront.Options;
import io.keentill.storefront.Storefront;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A till on a stage, with everything real but the terminal, which takes no time. */
final class Counter implements AutoCloseable {

    final Timeline timeline = new Timeline();
    final LocalTill till;
    final Screen screen;
    private final Storefront storefront;
    private final Stage stage;

    /** Opens the till in {@code folder}; its window is painted when this returns. */
    Counter(Path folder) throws IOException, StoreException {
        TillStore store = TillStore.open(folder, Clock.systemUTC(), timeline);
        SecureRandom random = new SecureRandom();
        TillParts parts = new TillParts(
                Clock.systemUTC(),
                random,
                random,
                (address, within) -> timeline.heard(InstantTerminal.zvt()),
                List.of(new ZvtDriver()),
                FrameTrace.OFF,
                address -> {
                    throw new IllegalArgumentException("No printer here");
                },
                Locale.UK,
                "bench",
                uri -> false);
        till = LocalTill.open(store, new Secrets(folder), parts, null);
        // What a run that was cut off left on the counter is none of this one's lines.
        till.openOrder().ifPresent(left -> till.cancelOrder("bench"));
        Screen.start();
        Options options = new Options(Locale.UK, ZoneOffset.UTC, InstantSource.system(), List.of(), Duration.ZERO);
        Object[] made = new Object[2];
        Screen.run(() -> {
            Storefront one = new Storefront(till, options);
            Stage on = new Stage(StageStyle.UNDECORATED);
            on.setWidth(1000);
            on.setHeight(1000);
            one.show(on);
            made[0] = one;
            made[1] = on;
        });
        storefront = (Storefront) made[0];
        stage = (Stage) made[1];
        screen = new Screen(storefront.scene());
        screen.until(() -> screen.isShown("login"));
    }

    /** Logs in by PIN; ready to scan when this returns. */
    void logIn() {
        Screen.run(() -> Shelves.PIN.chars().forEach(c -> screen.type(Character.toString(c))));
        Screen.run(screen::enter);
        screen.until(() -> screen.isShown("sell") && screen.isShown("tile-" + Shelves.TEN));
    }

    /** Makes the window so large, in pixels, and waits until it is painted so. */
    void resize(int width, int height) {
        Screen.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        screen.until(() -> Math.round(stage.getScene().getWidth()) == width);
    }

    @Override
    public void close() {
        Screen.run(() -> {
            storefront.close();
            stage.close();
        });
        till.close();
    }
}
