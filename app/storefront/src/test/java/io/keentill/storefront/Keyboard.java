package io.keentill.storefront;

import static io.keentill.storefront.OfficeRig.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Hands that have no mouse. Wherever they go, the cursor has to be on something that is in sight. */
final class Keyboard {

    private static final int MOST_STOPS = 120;

    /** Pixels that have to look different where the cursor is: a line around a small button has more. */
    private static final int LEAST_PIXELS = 60;

    /** Against the same without the cursor; WCAG 2.2 asks for 3 of what shows where the cursor is (1.4.11, 2.4.13). */
    private static final double LEAST_CONTRAST = 3;

    private final StorefrontDriver person;
    private final Scene scene;

    Keyboard(StorefrontDriver person, Scene scene) {
        this.person = person;
        this.scene = scene;
    }

    /** By the tabulator to the control with this id. */
    void to(String id) throws Exception {
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            if (person.focused().equals(id)) {
                return;
            }
            person.key(KeyCode.TAB);
            stops.add(where(inSight()));
        }
        throw new AssertionError("The tabulator does not come to #" + id + "; it goes to " + String.join(" | ", stops));
    }

    /** To a button, and presses it. */
    void press(String id) throws Exception {
        to(id);
        assertThat(person.isEnabled(id)).as(id).isTrue();
        person.key(KeyCode.SPACE);
        inSight();
    }

    /** To a field, and writes into it, in place of what stood there. */
    void write(String id, String text) throws Exception {
        to(id);
        person.key(KeyCode.END);
        while (!person.text(id).isEmpty()) {
            person.key(KeyCode.BACK_SPACE);
        }
        person.type(text);
        assertThat(person.focused()).as("the cursor stays where it is typed").isEqualTo(id);
    }

    /**
     * What the keys go to; it has to be there, to be seen and to be in the part of its list that is in sight. An answer may
     * hide what the cursor is on, and put the cursor elsewhere with its next turn.
     */
    Node inSight() throws Exception {
        AtomicReference<Node> owner = new AtomicReference<>();
        AtomicReference<String> trouble = new AtomicReference<>("");
        try {
            person.waitFor(
                    () -> {
                        owner.set(look(trouble));
                        return trouble.get().isEmpty();
                    },
                    SOON,
                    "the cursor");
        } catch (IllegalStateException e) {
            throw new AssertionError("Where the cursor is: " + trouble.get(), e);
        }
        return owner.get();
    }

    private Node look(AtomicReference<String> trouble) {
        AtomicReference<Node> owner = new AtomicReference<>();
        onScreen(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Node node = scene.getFocusOwner();
            owner.set(node);
            trouble.set(
                    node == null
                            ? "the keys go nowhere"
                            : !ScreenText.isShown(node) || node.getScene() != scene
                                    ? "the keys go to what is not shown: " + where(node)
                                    : outOfSight(node));
        });
        return owner.get();
    }

    private static void onScreen(Runnable what) {
        try {
            Toolkit.run(what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String outOfSight(Node node) {
        Bounds at = node.localToScene(node.getBoundsInLocal());
        Point2D centre = new Point2D(at.getCenterX(), at.getCenterY());
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane
                    && !pane.localToScene(pane.getBoundsInLocal()).contains(centre)) {
                return "the cursor is scrolled out of sight: " + where(node);
            }
        }
        return "";
    }

    /** What cannot be reached, or where the cursor cannot be seen, on the screen as it is. */
    List<String> complaints() throws Exception {
        List<String> found = new ArrayList<>();
        Set<Node> visited = new LinkedHashSet<>();
        Node stop = inSight();
        while (visited.add(stop) && visited.size() < MOST_STOPS) {
            WritableImage with = picture(stop);
            cut(stop).forEach(by -> found.add("cursor's ring is cut by " + by));
            Node left = stop;
            person.key(KeyCode.TAB);
            stop = inSight();
            if (left instanceof Control && stop != left && !differs(with, picture(left))) {
                found.add("cursor cannot be seen: " + where(left));
            }
        }
        Toolkit.run(() -> operable(scene.getRoot(), node -> {
            if (!visited.contains(node)) {
                found.add("no way by keys: " + where(node));
            }
        }));
        return found;
    }

    /** What cuts off some of the line around {@code node}, which is drawn beyond its edge. */
    private List<String> cut(Node node) {
        List<String> found = new ArrayList<>();
        if (node instanceof Region region && region.getBorder() != null) {
            onScreen(() -> {
                Insets out = region.getBorder().getOutsets();
                Bounds in = region.getLayoutBounds();
                Bounds ring = region.localToScene(new BoundingBox(
                        in.getMinX() - out.getLeft(),
                        in.getMinY() - out.getTop(),
                        in.getWidth() + out.getLeft() + out.getRight(),
                        in.getHeight() + out.getTop() + out.getBottom()));
                for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
                    Node clip = parent.getClip();
                    if (clip != null
                            && !grown(parent.localToScene(clip.getBoundsInParent()))
                                    .contains(ring)) {
                        found.add(where(parent) + ": " + where(node));
                    }
                }
                if (!new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()).contains(ring)) {
                    found.add("the edge of the screen: " + where(node));
                }
            });
        }
        return found;
    }

    /** Half a pixel more on each side. */
    private static Bounds grown(Bounds b) {
        return new BoundingBox(b.getMinX() - 0.5, b.getMinY() - 0.5, b.getWidth() + 1, b.getHeight() + 1);
    }

    /** Every control that can be worked, but those for fingers alone whose keys the keyboard has itself. */
    private static void operable(Node node, java.util.function.Consumer<Node> what) {
        if (!node.isVisible() || node.isDisabled() || node.getStyleClass().contains("numpad")) {
            return;
        }
        boolean worked = node instanceof ButtonBase
                || node instanceof TextInputControl
                || (node instanceof ListView<?> list && !list.getItems().isEmpty());
        if (worked && !node.getStyleClass().contains("arrow-button")) {
            what.accept(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> operable(child, what));
        }
    }

    private static WritableImage picture(Node node) throws Exception {
        AtomicReference<WritableImage> image = new AtomicReference<>();
        Toolkit.run(() -> {
            SnapshotParameters plain = new SnapshotParameters();
            plain.setFill(Color.GRAY);
            image.set(node.snapshot(plain, null));
        });
        return image.get();
    }

    private static boolean differs(WritableImage one, WritableImage other) {
        PixelReader a = one.getPixelReader();
        PixelReader b = other.getPixelReader();
        int different = 0;
        for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
            for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
                if (a.getArgb(x, y) != b.getArgb(x, y)
                        && ScreenCheck.contrast(a.getColor(x, y), b.getColor(x, y)) >= LEAST_CONTRAST) {
                    different++;
                }
            }
        }
        return different >= LEAST_PIXELS;
    }

    private static String where(Node node) {
        return ScreenCheck.where(node);
    }
}
