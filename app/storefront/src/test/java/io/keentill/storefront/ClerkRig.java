package io.keentill.storefront;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A storefront on a stage, with somebody who works it. */
final class ClerkRig implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);
    private static final Path SHOTS = Path.of("target", "screenshots");

    final FakeTill till = new FakeTill();
    final StorefrontDriver clerk;
    private final Storefront storefront;
    private final Stage stage;

    private ClerkRig(Locale locale, double width, double height, Executor screen) throws Exception {
        Options options =
                new Options(locale, ZoneOffset.UTC, InstantSource.fixed(FakeTill.NOW), List.of(), Duration.ZERO);
        AtomicReference<Storefront> made = new AtomicReference<>();
        AtomicReference<Stage> shown = new AtomicReference<>();
        Toolkit.run(() -> {
            made.set(new Storefront(till, options, screen));
            shown.set(new Stage(StageStyle.UNDECORATED));
            shown.get().setWidth(width);
            shown.get().setHeight(height);
            made.get().show(shown.get());
        });
        storefront = made.get();
        stage = shown.get();
        clerk = new StorefrontDriver(storefront);
        clerk.waitForVisible("login", SOON);
    }

    static ClerkRig open() throws Exception {
        return open(Locale.UK, 1000, 1000);
    }

    static ClerkRig open(Locale locale, double width, double height) throws Exception {
        return new ClerkRig(locale, width, height, Platform::runLater);
    }

    static ClerkRig watched(Executor screen) throws Exception {
        return new ClerkRig(Locale.UK, 1000, 1000, screen);
    }

    Scene scene() {
        return storefront.scene();
    }

    void shot(String name) {
        clerk.snapshot(SHOTS.resolve(name + ".png"));
    }

    /** The id of the line at this place of the basket. */
    String line(int place) {
        return till.openOrder().orElseThrow().lines().get(place).id();
    }

    @Override
    public void close() throws Exception {
        Toolkit.run(() -> {
            storefront.close();
            stage.close();
        });
    }
}
