package io.keentill.storefront.shell;

import io.keentill.storefront.approve.ApprovalPane;
import io.keentill.storefront.counter.Screens.Screen;
import io.keentill.storefront.kit.Skins;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.sell.SellModel;
import io.keentill.storefront.sell.SellView;
import io.keentill.storefront.status.StatusBar;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything on screen: the bar, the screen in front, toasts and the key overview above it. Each screen is made when it is
 * first gone to, or ahead of that while nobody waits: what is in the scene is styled at the start and walked through with
 * each frame, shown or not.
 */
public final class Shell extends StackPane {

    private static final Duration FIRST_STEP = Duration.millis(800);
    private static final Duration STEP = Duration.millis(150);

    private final Clerk clerk;
    private final Map<Screen, Place> made = new EnumMap<>(Screen.class);
    private final RailView rail;
    private final CounterViews counter;
    private final OfficeViews office;
    private @Nullable ApprovalPane approval;
    private @Nullable HelpPane help;
    private final StackPane screens;

    /** Draws {@code clerk} for the till of this name in the shop of this name. */
    public Shell(Clerk clerk, String till, String shop) {
        this.clerk = clerk;
        var texts = clerk.texts();
        counter = new CounterViews(clerk, shop);
        office = new OfficeViews(clerk.office(), texts);
        rail = new RailView(clerk.office(), clerk.screens(), clerk.session().staffProperty(), texts);
        StatusBar bar = new StatusBar(
                clerk.status(),
                clerk.session().staffProperty(),
                texts,
                till,
                this::toggleRail,
                this::toggleHelp,
                clerk::lock);
        screens = new StackPane();
        BorderPane frame = new BorderPane(screens);
        frame.setLeft(rail);
        frame.setTop(bar);
        ToastPane toasts = new ToastPane(clerk.toasts(), texts);
        new ToastSpot(this, screens, toasts);
        getStyleClass().add("shell");
        getChildren().addAll(frame, toasts);
        place(clerk.screens().current());
        clerk.screens().currentProperty().addListener((o, before, now) -> {
            place(now);
            focusLater();
        });
        clerk.sell().paneProperty().addListener((o, before, now) -> {
            if (before == SellModel.Pane.CUSTOMERS || now == SellModel.Pane.CUSTOMERS) {
                focusLater();
            }
        });
        clerk.approvals().requestProperty().addListener((o, before, now) -> {
            if (now != null) {
                approval();
            }
            focusLater();
        });
        clerk.office().shift().stageProperty().addListener((o, before, now) -> focusLater());
        clerk.office().refund().stageProperty().addListener((o, before, now) -> focusLater());
        clerk.office().noReceipt().stageProperty().addListener((o, before, now) -> focusLater());
        clerk.pay().stageProperty().addListener((o, before, now) -> focusLater());
        clerk.band().questionProperty().addListener((o, before, now) -> {
            if (!clerk.band().isOpen()) {
                focusLater();
            }
        });
    }

    private Place place(Screen screen) {
        return made.computeIfAbsent(screen, wanted -> {
            Place place = wanted.isOffice() ? office.make(wanted) : counter.make(wanted);
            Ui.shownWhen(place.view(), clerk.screens().currentProperty().map(now -> now == wanted));
            screens.getChildren().add(place.view());
            return place;
        });
    }

    /** Below the toasts, which stay readable over it. */
    private ApprovalPane approval() {
        ApprovalPane pane = approval;
        if (pane == null) {
            pane = new ApprovalPane(clerk.approvals(), clerk.texts());
            approval = pane;
            getChildren().add(1, pane);
        }
        return pane;
    }

    private HelpPane help() {
        HelpPane pane = help;
        if (pane == null) {
            pane = new HelpPane(new KeyGuide(clerk), clerk.texts());
            help = pane;
            getChildren().add(pane);
        }
        return pane;
    }

    /**
     * Makes ahead what a sale needs, step by step, so that nobody waits for it later: the selling screen as soon as the
     * log-in is drawn, the others when nothing else was asked for a moment.
     */
    public void prepare() {
        List<Runnable> steps =
                List.of(() -> place(Screen.PAY), () -> place(Screen.RECEIPT), this::approval, this::help);
        Platform.runLater(() -> place(Screen.SELL));
        Timeline later = new Timeline();
        for (int i = 0; i < steps.size(); i++) {
            Runnable step = steps.get(i);
            later.getKeyFrames().add(new KeyFrame(FIRST_STEP.add(STEP.multiply(i)), event -> step.run()));
        }
        later.play();
    }

    /** After the change has reached every view; a hidden node takes no focus. */
    private void focusLater() {
        Platform.runLater(this::focusFirst);
    }

    /** Puts the cursor where the next key belongs. */
    public void focusFirst() {
        if (clerk.approvals().isOpen()) {
            approval().requestFocus();
            return;
        }
        Place front = place(clerk.screens().current());
        // Of what was never in a frame much is not there yet, such as what scrolls.
        if (Skins.isAnyMissing(front.view())) {
            front.view().applyCss();
        }
        front.focus().run();
    }

    /** Whether this is the pad that takes the PIN of whoever logs in. */
    boolean isPad(@Nullable Node node) {
        return place(Screen.LOGIN).view().equals(node);
    }

    /** Where scans and searches go. */
    public TextField field() {
        return ((SellView) place(Screen.SELL).view()).field();
    }

    /** Shows the way to the other workspaces, or hides it, and puts the cursor on it. */
    public void toggleRail() {
        clerk.office().toggleRail();
        if (clerk.office().railProperty().get()) {
            Platform.runLater(rail::focusCurrent);
        } else {
            focusLater();
        }
    }

    /** Shows or hides the key overview. */
    public void toggleHelp() {
        HelpPane pane = help();
        if (pane.isVisible()) {
            pane.hide();
        } else {
            pane.show();
        }
    }

    /** Hides the key overview; false if it was not there. */
    public boolean hideHelp() {
        HelpPane pane = help;
        if (pane == null || !pane.isVisible()) {
            return false;
        }
        pane.hide();
        return true;
    }
}
