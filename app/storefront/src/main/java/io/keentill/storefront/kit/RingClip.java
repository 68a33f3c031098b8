package io.keentill.storefront.kit;

import javafx.beans.InvalidationListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Lets the ring that shows where the cursor is be drawn whole in what scrolls: it lies beyond the edge of its control, and
 * JavaFX cuts off whatever is beyond the part that is in sight. As long as the cursor is elsewhere that part ends where it does.
 */
final class RingClip {

    /** How far the widest ring goes, that of high contrast. */
    private static final double RING = 5;

    private RingClip() {}

    static void around(ScrollPane pane, Region viewport) {
        Rectangle clip = new Rectangle();
        InvalidationListener fit = changed -> {
            double more = pane.isFocusWithin() ? RING : 0;
            clip.setX(-more);
            clip.setY(-more);
            clip.setWidth(viewport.getWidth() + 2 * more);
            clip.setHeight(viewport.getHeight() + 2 * more);
        };
        viewport.widthProperty().addListener(fit);
        viewport.heightProperty().addListener(fit);
        pane.focusWithinProperty().addListener(fit);
        fit.invalidated(pane.focusWithinProperty());
        viewport.setClip(clip);
    }
}
