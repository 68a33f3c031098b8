package io.keentill.storefront.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;

/**
 * Something on screen that is not to be covered, and how badly it is needed. What can be scrolled from under a message,
 * such as the products, is not in it, nor what cannot be used right now.
 *
 * @param at where its visible part is, with the ring that shows the cursor
 */
record Needed(Bounds at, int weight) {

    static final int MOST = 100;
    private static final int SOME = 10;
    private static final double RING = 5;

    /** How keys look that go on, or are typed on. */
    private static final Set<String> NEXT = Set.of("accent", "large", "strong", "numkey", "quick-amount");

    /** Of these there is always one more to scroll to, and room below the last. */
    private static final Set<String> SCROLLED = Set.of("tile", "row");

    /** Words that a clerk says to a customer, or has to follow. */
    private static final Set<String> WORDS = Set.of("due", "change", "total", "complaint");

    /** All in {@code part} but what is in {@code beside}. */
    static List<Needed> in(Node part, Node beside) {
        List<Needed> found = new ArrayList<>();
        walk(part, beside, at(part), found);
        return found;
    }

    static Bounds at(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    static Bounds ringed(Node node) {
        Bounds at = at(node);
        return new BoundingBox(
                at.getMinX() - RING, at.getMinY() - RING, at.getWidth() + 2 * RING, at.getHeight() + 2 * RING);
    }

    /** How much of what is needed {@code spot} covers. */
    static int covered(Bounds spot, Collection<Needed> all) {
        return all.stream()
                .filter(one -> spot.intersects(one.at))
                .mapToInt(Needed::weight)
                .sum();
    }

    private static void walk(Node node, Node beside, Bounds seen, List<Needed> found) {
        if (!node.isVisible() || node.isDisabled() || node.equals(beside) || !at(node).intersects(seen)) {
            return;
        }
        int weight = weight(node);
        if (weight > 0) {
            found.add(new Needed(common(ringed(node), seen), weight));
        } else if (node instanceof Parent parent) {
            Bounds within = node instanceof ScrollPane ? common(at(node), seen) : seen;
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, beside, within, found));
        }
    }

    private static int weight(Node node) {
        List<String> styles = node.getStyleClass();
        if (node instanceof ButtonBase || node instanceof TextInputControl) {
            if (styles.stream().anyMatch(SCROLLED::contains)) {
                return 0;
            }
            return styles.stream().anyMatch(NEXT::contains) ? MOST : SOME;
        }
        boolean words = node instanceof Label label && !label.getText().isEmpty();
        return words && styles.stream().anyMatch(WORDS::contains) ? SOME : 0;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }
}
