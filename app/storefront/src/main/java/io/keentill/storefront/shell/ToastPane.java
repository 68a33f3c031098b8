package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Toast;
import io.keentill.storefront.counter.Toasts;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
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

/**
 * Draws the toasts and takes each away after its time. Clicks beside them go through. Where there is no room for all of
 * them the newest are drawn, and an earlier one comes back when one of these has gone; its time stands still till then.
 */
final class ToastPane extends VBox {

    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(15);

    private final Toasts toasts;
    private final Texts texts;
    private final Map<Toast, Node> drawn = new HashMap<>();
    private final Label more = Ui.label("", "toast-more");
    private int room = Integer.MAX_VALUE;

    ToastPane(Toasts toasts, Texts texts) {
        this.toasts = toasts;
        this.texts = texts;
        setId("toasts");
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        more.setId("toast-more");
        toasts.shown().addListener((ListChangeListener<Toast>) change -> draw());
    }

    /** One fewer at a time, until there is none left; false if there is but one. */
    boolean showFewer() {
        int now = Math.min(room, toasts.shown().size());
        if (now < 2) {
            return false;
        }
        room = now - 1;
        draw();
        return true;
    }

    private void draw() {
        List<Toast> all = List.copyOf(toasts.shown());
        drawn.keySet().retainAll(all);
        if (all.isEmpty()) {
            room = Integer.MAX_VALUE;
        }
        int waiting = Math.max(0, all.size() - room);
        all.subList(0, waiting).forEach(toast -> time(toast).ifPresent(Animation::pause));
        List<Node> now = new ArrayList<>();
        all.subList(waiting, all.size()).forEach(toast -> {
            now.add(drawn.computeIfAbsent(toast, this::node));
            time(toast)
                    .filter(time -> time.getStatus() == Animation.Status.PAUSED)
                    .ifPresent(Animation::play);
        });
        if (waiting > 0) {
            more.setText(texts.get("toast.more", waiting));
            now.addFirst(more);
        }
        getChildren().setAll(now);
    }

    private Optional<Animation> time(Toast toast) {
        return Optional.ofNullable(drawn.get(toast)).map(node -> (Animation) node.getUserData());
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
