package io.keentill.storefront;

import io.keentill.engine.setup.FirstRun;
import io.keentill.storefront.firstrun.FirstRunModel;
import io.keentill.storefront.firstrun.FirstRunView;
import io.keentill.storefront.looks.Looks;
import io.keentill.storefront.looks.Theme;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.ThreadedWorker;
import io.keentill.storefront.work.TillWorker;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The screen of a till that is not set up yet. Make it, show it and close it on the JavaFX thread. */
public final class FirstRunStage implements Drawn, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FirstRunStage.class.getName());

    private final TillWorker worker;
    private final FirstRunModel model;
    private final Scene scene;

    /** A first run by {@code desk}; {@code done} runs on the JavaFX thread when somebody wants to sell. */
    public FirstRunStage(FirstRun desk, Options options, Runnable done) {
        this(desk, options, done, Theme.LIGHT, 100, Platform::runLater);
    }

    FirstRunStage(FirstRun desk, Options options, Runnable done, Theme theme, int percent) {
        this(desk, options, done, theme, percent, Platform::runLater);
    }

    /** With somebody who watches over what is done on the screen's thread. */
    FirstRunStage(FirstRun desk, Options options, Runnable done, Theme theme, int percent, Executor screen) {
        options.fonts().forEach(Storefront::load);
        worker =
                new ThreadedWorker(screen, e -> LOG.log(System.Logger.Level.ERROR, "The first run could not go on", e));
        model = new FirstRunModel(desk, worker, new Texts(options.locale(), options.zone()));
        FirstRunView view = new FirstRunView(model, done);
        scene = new Scene(view, Storefront.WIDTH, Storefront.HEIGHT);
        Looks.apply(scene, theme, percent);
        Platform.runLater(view::focusFirst);
    }

    /** Shows it on {@code stage}. */
    public void show(Stage stage) {
        stage.setTitle("Keentill");
        stage.setScene(scene);
        stage.show();
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public Parent root() {
        return scene.getRoot();
    }

    @Override
    public void asOneBurst(Runnable typing) {
        typing.run();
    }

    @Override
    public boolean isSettled() {
        return worker.isIdle();
    }

    /** Takes no more work and stops a download: nothing of it is kept, unless all of it is being stored already. */
    @Override
    public void close() {
        model.stop();
        worker.close();
    }
}
