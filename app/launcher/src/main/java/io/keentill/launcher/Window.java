package io.keentill.launcher;

import io.keentill.assets.Assets;
import io.keentill.engine.Till;
import io.keentill.storefront.Options;
import io.keentill.storefront.Storefront;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The storefront on a screen, real or headless. */
public final class Window {

    private static final List<String> FONTS = List.of(
            "fonts/Inter-Regular.ttf",
            "fonts/Inter-Medium.ttf",
            "fonts/Inter-SemiBold.ttf",
            "fonts/Inter-Bold.ttf",
            "fonts/JetBrainsMono-Regular.ttf",
            "fonts/JetBrainsMono-Bold.ttf");

    /** JavaFX, started once, beside whoever asks for it. */
    private static final class Screen {

        private static final CompletableFuture<Boolean> STARTED = start();

        private static CompletableFuture<Boolean> start() {
            CompletableFuture<Boolean> started = new CompletableFuture<>();
            Thread.ofPlatform().name("screen-start").start(() -> {
                try {
                    Platform.startup(() -> started.complete(true));
                    Platform.setImplicitExit(false);
                } catch (RuntimeException | LinkageError e) {
                    started.completeExceptionally(e);
                }
            });
            return started;
        }
    }

    private Window() {}

    /** Begins to start the screen and does not wait for it: a till's data are opened meanwhile. */
    public static void prepare() {
        if (Screen.STARTED.isCompletedExceptionally()) {
            Screen.STARTED.join();
        }
    }

    /** Whether a window can be shown here. */
    public static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return !linux || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /** Says what to do where there is no display. */
    public static void requireDisplay() {
        if (!hasDisplay() && !"Headless".equals(System.getProperty("glass.platform"))) {
            throw new Problem("There is no display here. Every command works without one (till --help);"
                    + " till demo --headless shows the storefront in screenshots.");
        }
    }

    /** The language of screen and paper: the machine's, or British English where it has none. */
    public static Locale locale() {
        Locale machine = Locale.getDefault();
        boolean said = System.getenv("LANG") != null && !System.getenv("LANG").matches("C(\\..*)?|POSIX");
        return said ? machine : Locale.UK;
    }

    /** Opens the storefront; it is shown when this returns. */
    public static Storefront open(Till till, Runnable onClosed) {
        CompletableFuture<Storefront> shown = new CompletableFuture<>();
        Screen.STARTED.join();
        Platform.runLater(() -> {
            try {
                Options options = Options.defaults()
                        .withLocale(locale())
                        .withFonts(FONTS.stream().map(Assets::url).toList())
                        .withBeeper(new ToneBeeper());
                Storefront storefront = new Storefront(till, options);
                Stage stage = new Stage();
                stage.getIcons()
                        .add(new Image(Assets.url("icons/keentill-64.png").toExternalForm()));
                stage.setOnHidden(event -> onClosed.run());
                storefront.show(stage);
                shown.complete(storefront);
            } catch (RuntimeException e) {
                shown.completeExceptionally(e);
            }
        });
        return shown.join();
    }

    /** Shows the storefront until somebody closes its window. */
    public static void showUntilClosed(Till till) {
        CountDownLatch closed = new CountDownLatch(1);
        Storefront storefront = open(till, closed::countDown);
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close(storefront);
    }

    /** Takes the storefront down and JavaFX with it. */
    public static void close(Storefront storefront) {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            storefront.close();
            done.countDown();
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
