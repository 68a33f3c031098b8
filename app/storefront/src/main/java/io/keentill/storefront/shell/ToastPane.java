package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Toast;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Draws the toasts and takes each away after its time. Clicks beside them go through. */
final class ToastPane extends VBox {

    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(15);

    private final Toasts toasts;
    private final Texts texts;
    private final Map<Toast, Node> drawn = new HashMap<>();

    ToastPane(Toasts toasts, Texts texts) {
        this.toasts = toasts;
        this.texts = texts;
        setId("toasts");
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        toasts.shown().addListener((ListChangeListener<Toast>) change -> draw());
    }

    private void draw() {
        List<Toast> now = List.copyOf(toasts.shown());
        drawn.keySet().retainAll(now);
        getChildren()
                .setAll(now.stream()
                        .map(t -> drawn.computeIfAbsent(t, this::node))
                        .toList());
    }

    private Node node(Toast toast) {
        Label text = Ui.wrapping(Ui.label(toast.text(), "toast-text"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(Ui.icon(iconOf(toast.kind()), "toast-icon"), text);
        box.setId("toast");
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(toast.text());
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("toast", "toast-" + toast.kind().name().toLowerCase(java.util.Locale.ROOT));
        Runnable action = toast.action();
        String label = toast.actionLabel();
        if (action != null && label != null) {
            box.getChildren()
                    .add(Ui.button(
                            "toast-action",
                            label,
                            () -> {
                                toasts.dismiss(toast);
                                action.run();
                            },
                            "flat",
                            "toast-button"));
        }
        box.getChildren()
                .add(Ui.iconButton(
                        "toast-close",
                        Feather.X,
                        texts.get("toast.close"),
                        () -> toasts.dismiss(toast),
                        "flat",
                        "toast-button"));
        PauseTransition time = new PauseTransition(toast.kind() == Toast.Kind.ERROR ? LONG : SHORT);
        time.setOnFinished(event -> toasts.dismiss(toast));
        stand(box, time);
        return box;
    }

    /** Its time runs while nobody is at it; whoever has the cursor or the pointer on it may read and press. */
    private static void stand(Node box, PauseTransition time) {
        box.setUserData(time);
        InvalidationListener look = changed -> {
            if (box.isFocusWithin() || box.isHover()) {
                time.stop();
            } else {
                time.playFromStart();
            }
        };
        box.focusWithinProperty().addListener(look);
        box.hoverProperty().addListener(look);
        time.play();
    }

    private static Feather iconOf(Toast.Kind kind) {
        return switch (kind) {
            case INFO -> Feather.INFO;
            case WARNING -> Feather.ALERT_CIRCLE;
            case ERROR -> Feather.ALERT_TRIANGLE;
        };
    }
}
