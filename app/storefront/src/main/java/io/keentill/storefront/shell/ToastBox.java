package io.keentill.storefront.shell;

import io.keentill.storefront.counter.Toast;
import io.keentill.storefront.kit.Ui;
import io.keentill.storefront.text.Texts;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** One toast: its words, what can be done about it, and its time. */
final class ToastBox extends HBox {

    private static final Duration SHORT = Duration.seconds(6);
    private static final Duration LONG = Duration.seconds(15);
    /** How high its buttons are. */
    private static final double BUTTON = 44;

    private final Label words;
    private final PauseTransition time;
    private double usual;
    private int widened;

    /** Draws {@code toast}; {@code gone} takes it away, now or when its time is over. */
    ToastBox(Toast toast, Texts texts, Runnable gone) {
        words = Ui.wrapping(Ui.label(toast.text(), "toast-text"));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Ui.icon(iconOf(toast.kind()), "toast-icon"), words);
        setId("toast");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(toast.text());
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("toast", "toast-" + toast.kind().name().toLowerCase(Locale.ROOT));
        Runnable action = toast.action();
        String label = toast.actionLabel();
        if (action != null && label != null) {
            Runnable both = () -> {
                gone.run();
                action.run();
            };
            getChildren().add(Ui.button("toast-action", label, both, "flat", "toast-button"));
        }
        getChildren()
                .add(Ui.iconButton("toast-close", Feather.X, texts.get("toast.close"), gone, "flat", "toast-button"));
        time = new PauseTransition(toast.kind() == Toast.Kind.ERROR ? LONG : SHORT);
        time.setOnFinished(event -> gone.run());
        setUserData(time);
        stand();
    }

    /** Its time runs while nobody is at it; whoever has the cursor or the pointer on it may read and press. */
    private void stand() {
        InvalidationListener look = changed -> {
            if (isFocusWithin() || isHover()) {
                time.stop();
            } else {
                time.playFromStart();
            }
        };
        focusWithinProperty().addListener(look);
        hoverProperty().addListener(look);
        time.play();
    }

    /** It is not drawn for a while: its time stands still. */
    void pause() {
        time.pause();
    }

    /** It is drawn again. */
    void goOn() {
        if (time.getStatus() == Animation.Status.PAUSED) {
            time.play();
        }
    }

    /** Draws it with words so wide at most; zero is what the style sheet says. */
    void widen(double most) {
        widened = most == 0 ? widened : (int) most;
        words.setStyle(most == 0 ? "" : "-fx-max-width: " + widened + "px;");
    }

    /** How wide it is with words so wide at most. */
    double widthWith(double most) {
        return beside() + wordsWith(most);
    }

    /** How high it is with words so wide at most. */
    double heightWith(double most) {
        Insets in = getInsets();
        double tall = Math.max(BUTTON, words.prefHeight(wordsWith(most)));
        return Math.max(getMinHeight(), tall + in.getTop() + in.getBottom());
    }

    /** The part of its width that words never have. */
    double beside() {
        Insets in = getInsets();
        double parts = getChildren().stream()
                .filter(part -> !part.equals(words))
                .mapToDouble((Node part) -> part.prefWidth(-1))
                .sum();
        return parts + getSpacing() * (getChildren().size() - 1) + in.getLeft() + in.getRight();
    }

    private double wordsWith(double most) {
        double now = words.getMaxWidth();
        // What the style sheet says is in force only from the frame after the one that took another width back.
        if (words.getStyle().isEmpty() && now > 0 && (usual == 0 || now != widened)) {
            usual = now;
        }
        return Math.min(words.prefWidth(-1), most == 0 ? usual : most);
    }

    private static Feather iconOf(Toast.Kind kind) {
        return switch (kind) {
            case INFO -> Feather.INFO;
            case WARNING -> Feather.ALERT_CIRCLE;
            case ERROR -> Feather.ALERT_TRIANGLE;
        };
    }
}
