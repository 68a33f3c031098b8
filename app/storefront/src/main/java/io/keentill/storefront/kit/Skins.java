package io.keentill.storefront.kit;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;

/** What controls consist of. JavaFX makes it when it first styles them. */
public final class Skins {

    private Skins() {}

    /**
     * Whether a control in {@code node} was never styled, so that what it holds is not in the scene yet. Looking is cheap;
     * styling a whole screen to be sure takes several milliseconds, just when somebody waits for the screen.
     */
    public static boolean isAnyMissing(Node node) {
        if (node instanceof Control control && control.getSkin() == null) {
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Skins::isAnyMissing);
    }
}
