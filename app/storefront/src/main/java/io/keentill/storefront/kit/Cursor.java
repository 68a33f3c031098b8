package io.keentill.storefront.kit;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;

/**
 * Where the cursor goes when what it is on goes away. JavaFX takes whatever comes next in the scene, which may be at the
 * other end of it; whoever works by keys alone would have to walk back.
 */
public final class Cursor {

    private Cursor() {}

    /** When {@code part} is hidden with the cursor in it, the cursor goes to the first of {@code next} that is there. */
    public static void whenHidden(Node part, Node... next) {
        part.visibleProperty().addListener((o, before, now) -> {
            if (!now && isIn(part)) {
                to(next);
            }
        });
    }

    /** After what is being done has reached every view: a hidden node takes no cursor. */
    public static void to(Node... next) {
        Platform.runLater(() -> first(next).ifPresent(Node::requestFocus));
    }

    private static Optional<Node> first(Node... next) {
        return Stream.of(next)
                .filter(node -> !node.isDisabled() && isShown(node))
                .findFirst();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static boolean isIn(Node part) {
        Node at = part.getScene() == null ? null : part.getScene().getFocusOwner();
        while (at != null && !at.equals(part)) {
            at = at.getParent();
        }
        return at != null;
    }
}
