package io.keentill.storefront;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Key events as the system would send them to what has the focus. */
final class FakeKeys {

    private FakeKeys() {}

    static void type(Scene scene, String text) {
        for (int i = 0; i < text.length(); i++) {
            fire(scene, KeyEvent.KEY_TYPED, Character.toString(text.charAt(i)), KeyCode.UNDEFINED);
        }
    }

    static void press(Scene scene, KeyCode code) {
        fire(scene, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code);
        fire(scene, KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code);
    }

    private static void fire(Scene scene, EventType<KeyEvent> kind, String character, KeyCode code) {
        Node focused = scene.getFocusOwner();
        Node target = focused == null ? scene.getRoot() : focused;
        Event.fireEvent(target, new KeyEvent(kind, character, "", code, false, false, false, false));
    }
}
