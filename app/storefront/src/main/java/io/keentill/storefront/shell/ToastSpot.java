package io.keentill.storefront.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The corner in which toasts stand: beside the rail, below the bar, and where they cover neither a key that goes on with a
 * sale or a step nor what has the cursor. They stay where they are as long as that is so, and while somebody is at one.
 * Several that have no such corner are drawn fewer at a time.
 */
final class ToastSpot {

    /** The best first. */
    private static final List<Pos> CORNERS = List.of(Pos.BOTTOM_LEFT, Pos.BOTTOM_RIGHT, Pos.TOP_RIGHT, Pos.TOP_LEFT);

    /** How keys look that go on, or are typed on. */
    private static final Set<String> NEXT = Set.of("accent", "large", "strong", "numkey", "quick-amount");

    /** What comes up under a toast without a word of it, such as an answer, is seen at the next of these frames. */
    private static final int EACH = 15;

    private final StackPane shell;
    private final Region middle;
    private final ToastPane toasts;
    private final Runnable frame = this::frame;
    private @Nullable Scene watched;
    private int frames;

    /** Keeps {@code toasts}, which lie over all of {@code shell}, in a corner of {@code middle}. */
    ToastSpot(StackPane shell, Region middle, ToastPane toasts) {
        this.shell = shell;
        this.middle = middle;
        this.toasts = toasts;
        StackPane.setAlignment(toasts, CORNERS.getFirst());
        middle.boundsInParentProperty()
                .addListener((o, before, now) ->
                        StackPane.setMargin(toasts, new Insets(now.getMinY(), 0, 0, now.getMinX())));
        toasts.getChildren().addListener((InvalidationListener) changed -> watch());
    }

    /** Looks from the first frame on that a toast is in, until there is none. */
    private void watch() {
        Scene scene = shell.getScene();
        frames = 0;
        if (scene != null && watched == null) {
            watched = scene;
            scene.addPostLayoutPulseListener(frame);
        }
    }

    private void frame() {
        Scene scene = watched;
        if (scene == null) {
            return;
        }
        if (toasts.getChildren().isEmpty()) {
            watched = null;
            StackPane.setAlignment(toasts, CORNERS.getFirst());
            scene.removePostLayoutPulseListener(frame);
        } else if (frames++ % EACH == 0) {
            place(scene);
        }
    }

    private void place(Scene scene) {
        if (toasts.isFocusWithin() || toasts.isHover()) {
            return;
        }
        List<Bounds> kept = new ArrayList<>();
        keys(shell, kept);
        Node cursor = scene.getFocusOwner();
        if (cursor instanceof Region where && where.getHeight() < middle.getHeight() / 3) {
            kept.add(at(cursor));
        }
        Pos now = StackPane.getAlignment(toasts);
        if (covered(now, kept) == 0) {
            return;
        }
        Pos best = CORNERS.stream()
                .min(Comparator.comparingLong(corner -> covered(corner, kept)))
                .orElse(now);
        StackPane.setAlignment(toasts, best);
        if (covered(best, kept) > 0) {
            toasts.showFewer();
        }
    }

    private long covered(Pos corner, List<Bounds> kept) {
        Bounds in = at(middle);
        double width = toasts.getWidth();
        double height = toasts.getHeight();
        double x = corner.getHpos() == HPos.LEFT ? in.getMinX() : in.getMaxX() - width;
        double y = corner.getVpos() == VPos.TOP ? in.getMinY() : in.getMaxY() - height;
        Bounds spot = new BoundingBox(x, y, width, height);
        return kept.stream().filter(spot::intersects).count();
    }

    private void keys(Node node, List<Bounds> found) {
        if (!node.isVisible() || node.isDisabled() || node.equals(toasts)) {
            return;
        }
        if (node instanceof Button && node.getStyleClass().stream().anyMatch(NEXT::contains)) {
            found.add(at(node));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> keys(child, found));
        }
    }

    private static Bounds at(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
