package io.keentill.storefront;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/** A click on the middle of a node, as the system would send it. */
final class FakeMouse {

    private FakeMouse() {}

    static void click(Node node) {
        fire(node, MouseEvent.MOUSE_PRESSED, true);
        fire(node, MouseEvent.MOUSE_RELEASED, false);
        fire(node, MouseEvent.MOUSE_CLICKED, false);
    }

    private static void fire(Node node, EventType<MouseEvent> kind, boolean down) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        double x = bounds.getCenterX();
        double y = bounds.getCenterY();
        PickResult pick = new PickResult(node, x, y);
        Event.fireEvent(
                node,
                new MouseEvent(
                        kind,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        true,
                        pick));
    }
}
