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
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Draws the toasts and takes each away after its time. Clicks beside them go through. Where there is no room for all of
 * them the newest are drawn, and an earlier one comes back when one of these has gone; its time stands still till then.
 */
final class ToastPane extends VBox {

    private final Toasts toasts;
    private final Texts texts;
    private final Map<Toast, ToastBox> drawn = new HashMap<>();
    private final Label more = Ui.label("", "toast-more");
    private int room = Integer.MAX_VALUE;
    private double words;

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

    /** Takes those away that are drawn. */
    void dismiss() {
        List<Toast> now = toasts.shown().stream()
                .filter(toast -> getChildren().contains(drawn.get(toast)))
                .toList();
        now.forEach(toasts::dismiss);
    }

    /** Draws them with words so wide at most; zero is what the style sheet says. */
    void widen(double most) {
        words = most;
        boxes().forEach(box -> box.widen(most));
    }

    /** How large those are that are drawn, without what is around them, with words so wide at most. */
    Dimension2D sizeWith(double most) {
        double width = more.getParent() == null ? 0 : more.prefWidth(-1);
        double height = more.getParent() == null ? 0 : more.prefHeight(-1);
        for (ToastBox box : boxes().toList()) {
            width = Math.max(width, box.widthWith(most));
            height += box.heightWith(most);
        }
        return new Dimension2D(
                Math.ceil(width),
                Math.ceil(height + getSpacing() * (getChildren().size() - 1)));
    }

    /** The part of their width that words never have. */
    double beside() {
        return boxes().mapToDouble(ToastBox::beside).max().orElse(0);
    }

    private Stream<ToastBox> boxes() {
        return getChildren().stream().filter(ToastBox.class::isInstance).map(ToastBox.class::cast);
    }

    private void draw() {
        List<Toast> all = List.copyOf(toasts.shown());
        drawn.keySet().retainAll(all);
        if (all.isEmpty()) {
            room = Integer.MAX_VALUE;
        }
        int waiting = Math.max(0, all.size() - room);
        all.subList(0, waiting)
                .forEach(toast -> Optional.ofNullable(drawn.get(toast)).ifPresent(ToastBox::pause));
        List<Node> now = new ArrayList<>();
        all.subList(waiting, all.size()).forEach(toast -> {
            ToastBox box = drawn.computeIfAbsent(toast, this::box);
            box.goOn();
            now.add(box);
        });
        if (waiting > 0) {
            more.setText(texts.get("toast.more", waiting));
            now.addFirst(more);
        }
        getChildren().setAll(now);
        widen(words);
    }

    private ToastBox box(Toast toast) {
        return new ToastBox(toast, texts, () -> toasts.dismiss(toast));
    }
}
