package io.keentill.storefront;

import io.keentill.engine.Till;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.looks.Looks;
import io.keentill.storefront.shell.Clerk;
import io.keentill.storefront.shell.Keys;
import io.keentill.storefront.shell.Shell;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.EventBridge;
import io.keentill.storefront.work.ThreadedWorker;
import io.keentill.storefront.work.Tidying;
import io.keentill.storefront.work.TillWorker;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.concurrent.Executor;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The screen of one till. Make it, show it and close it on the JavaFX thread. It does not own the {@link Till}: whoever
 * opened that closes it, after this.
 */
public final class Storefront implements Drawn, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Storefront.class.getName());
    static final double WIDTH = 1366;
    static final double HEIGHT = 768;
    private static final Duration AGES = Duration.seconds(10);

    private final TillWorker worker;
    private final EventBridge bridge;
    private final Clerk clerk;
    private final Shell shell;
    private final Scene scene;
    private final Timeline ages;
    private final PauseTransition idle = new PauseTransition();
    private @Nullable Long stopped;

    /** A screen for {@code till}. */
    public Storefront(Till till, Options options) {
        this(till, options, Platform::runLater);
    }

    /** With somebody who watches over what is done on the screen's thread. */
    Storefront(Till till, Options options, Executor screen) {
        options.fonts().forEach(Storefront::load);
        Texts texts = new Texts(options.locale(), options.zone());
        Toasts toasts = new Toasts();
        worker = new ThreadedWorker(screen, e -> toasts.error(texts.trouble(e, "toast.trouble")));
        clerk = new Clerk(till, worker, toasts, texts, options.clock(), options.beeper());
        bridge = new EventBridge(till.events(), screen);
        clerk.listen(bridge);
        shell = new Shell(clerk, till.name(), till.shop().name());
        scene = new Scene(shell, WIDTH, HEIGHT);
        Looks.follow(scene, clerk.office().looks());
        Keys.install(scene, clerk, shell, this::ticks);
        Tidying tidying = new Tidying(
                () -> Runtime.getRuntime().totalMemory(),
                () -> Thread.ofVirtual().name("tidying").start(System::gc),
                System.nanoTime());
        scene.addEventFilter(InputEvent.ANY, event -> tidying.touched(System.nanoTime()));
        ages = new Timeline(new KeyFrame(AGES, event -> {
            clerk.refreshStatus();
            tidying.look(System.nanoTime());
        }));
        ages.setCycleCount(Animation.INDEFINITE);
        ages.play();
        if (options.autoLock().isPositive()) {
            lockAfter(Duration.seconds((double) options.autoLock().toSeconds()));
        }
        Platform.runLater(shell::focusFirst);
    }

    static void load(URL font) {
        try (InputStream in = font.openStream()) {
            if (Font.loadFont(in, 14) == null) {
                LOG.log(System.Logger.Level.WARNING, "Not a font: {0}", font);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Font not readable, the system's own is used: " + font, e);
        }
    }

    private void lockAfter(Duration time) {
        idle.setDuration(time);
        idle.setOnFinished(event -> {
            clerk.lock();
            idle.playFromStart();
        });
        scene.addEventFilter(InputEvent.ANY, event -> idle.playFromStart());
        idle.playFromStart();
    }

    /** What is drawn, without a window. */
    @Override
    public Parent root() {
        return scene.getRoot();
    }

    /** The scene, to put on a stage of one's own. */
    @Override
    public Scene scene() {
        return scene;
    }

    /** Shows it on {@code stage}. */
    public void show(Stage stage) {
        stage.setTitle("Keentill");
        stage.setScene(scene);
        stage.show();
        prepareOnceDrawn();
    }

    /** The log-in does not wait for what comes after it. */
    private void prepareOnceDrawn() {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                shell.prepare();
            }
        });
    }

    /**
     * Types as a scanner does: however busy this machine is, no time passes between the keys. Call on the JavaFX thread.
     */
    @Override
    public void asOneBurst(Runnable typing) {
        stopped = System.nanoTime();
        try {
            typing.run();
        } finally {
            stopped = null;
        }
    }

    private long ticks() {
        Long still = stopped;
        return still == null ? System.nanoTime() : still;
    }

    /** Whether everything asked of the till so far was answered and drawn; a running card payment does not count. */
    @Override
    public boolean isSettled() {
        return worker.isIdle();
    }

    /** Stops listening to the till. Work begun is brought to its end. */
    @Override
    public void close() {
        ages.stop();
        idle.stop();
        bridge.close();
        worker.close();
    }
}
