package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;

import io.keentill.storefront.looks.Theme;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The window of a till that is not set up, and somebody in front of it. */
final class FirstRunRig implements AutoCloseable {

    final FakeFirstRun desk;
    final List<String> ended = new ArrayList<>();
    final FirstRunStage screen;
    final StorefrontDriver person;
    private final Stage stage;

    FirstRunRig(FakeFirstRun desk, Locale locale, Theme theme, int percent) throws Exception {
        this(desk, locale, theme, percent, 1366, 768, Platform::runLater, StorefrontDriver::new);
    }

    FirstRunRig(FakeFirstRun desk, double width, double height) throws Exception {
        this(desk, Locale.UK, Theme.LIGHT, 100, width, height, Platform::runLater, StorefrontDriver::new);
    }

    private FirstRunRig(
            FakeFirstRun desk,
            Locale locale,
            Theme theme,
            int percent,
            double width,
            double height,
            Executor executor,
            Function<Drawn, StorefrontDriver> hands)
            throws Exception {
        this.desk = desk;
        Options options =
                new Options(locale, ZoneOffset.UTC, InstantSource.fixed(FakeTill.NOW), List.of(), Duration.ZERO);
        AtomicReference<FirstRunStage> made = new AtomicReference<>();
        AtomicReference<Stage> shown = new AtomicReference<>();
        Toolkit.run(() -> {
            made.set(new FirstRunStage(desk, options, () -> ended.add("sell"), theme, percent, executor));
            shown.set(new Stage(StageStyle.UNDECORATED));
            shown.get().setWidth(width);
            shown.get().setHeight(height);
            made.get().show(shown.get());
        });
        screen = made.get();
        stage = shown.get();
        person = hands.apply(screen);
        person.waitForVisible("first-shop", SOON);
    }

    /** One that is watched over, and worked by somebody who waits for each frame instead of making it. */
    static FirstRunRig watched(FakeFirstRun desk, FxWatchdog watchdog) throws Exception {
        FirstRunRig rig = new FirstRunRig(
                desk,
                Locale.UK,
                Theme.LIGHT,
                100,
                1366,
                768,
                watchdog,
                drawn -> new StorefrontDriver(new FrameByFrame(drawn)));
        Toolkit.run(() -> watchdog.watch(rig.scene()));
        return rig;
    }

    Scene scene() {
        return screen.scene();
    }

    /** In place of what stood there. */
    void fill(String id, String text) {
        person.press(id);
        person.key(KeyCode.END);
        while (!person.text(id).isEmpty()) {
            person.key(KeyCode.BACK_SPACE);
        }
        person.type(text);
    }

    void shop() {
        fill("first-shop", "Corner");
        fill("first-till", "Front");
        person.press("first-next");
        person.waitForVisible("first-key", SOON);
    }

    void manager() {
        person.waitForVisible("first-manager", SOON);
        fill("first-manager", "Bea");
        fill("first-pin", "4711");
        fill("first-again", "4711");
    }

    @Override
    public void close() throws Exception {
        Toolkit.run(() -> {
            screen.close();
            stage.close();
        });
    }
}
