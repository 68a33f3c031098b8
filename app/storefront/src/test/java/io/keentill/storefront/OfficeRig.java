package io.keentill.storefront;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A till with a morning's sales behind it, and somebody who works beside selling. */
final class OfficeRig implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(60);
    static final Path SHOTS = Path.of("target", "screenshots");

    final FakeTill till;
    final StorefrontDriver person;
    final Storefront storefront;
    private final Stage stage;

    OfficeRig(FakeTill till, Locale locale, double width, double height) throws Exception {
        this(till, locale, width, height, Platform::runLater, StorefrontDriver::new);
    }

    private OfficeRig(
            FakeTill till,
            Locale locale,
            double width,
            double height,
            Executor screen,
            Function<Storefront, StorefrontDriver> hands)
            throws Exception {
        this.till = till;
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
        person = hands.apply(storefront);
        person.waitForVisible("login", SOON);
    }

    static OfficeRig open() throws Exception {
        return new OfficeRig(Mornings.busy(), Locale.UK, 1366, 768);
    }

    /** One that is watched over, and worked by somebody who waits for each frame instead of making it. */
    static OfficeRig watched(FakeTill till, FxWatchdog watchdog) throws Exception {
        OfficeRig rig = new OfficeRig(
                till, Locale.UK, 1366, 768, watchdog, front -> new StorefrontDriver(new FrameByFrame(front)));
        Toolkit.run(() -> watchdog.watch(rig.scene()));
        return rig;
    }

    Scene scene() {
        return storefront.scene();
    }

    void shot(String name) {
        person.snapshot(SHOTS.resolve(name + ".png"));
    }

    /** To a workspace, by the menu and a click. */
    void go(String workspace) {
        if (!person.isVisible("rail")) {
            person.press("menu");
        }
        person.press("go-" + workspace);
    }

    @Override
    public void close() throws Exception {
        Toolkit.run(() -> {
            storefront.close();
            stage.close();
        });
    }
}
