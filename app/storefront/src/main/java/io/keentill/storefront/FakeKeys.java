package io.keentill.storefront;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Key events as the system would send them to what has the focus. */
final class FakeKeys {

    /** What is held down while a key is pressed. */
    enum Held {
        NOTHING,
        SHIFT,
        ALT
    }

    private FakeKeys() {}

    static void type(Scene scene, String text) {
        for (int i = 0; i < text.length(); i++) {
            fire(scene, KeyEvent.KEY_TYPED, Character.toString(text.charAt(i)), KeyCode.UNDEFINED, Held.NOTHING);
        }
    }

    static void press(Scene scene, KeyCode code) {
        press(scene, code, Held.NOTHING);
    }

    static void press(Scene scene, KeyCode code, Held held) {
        fire(scene, KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, held);
        fire(scene, KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code, held);
    }

    private static void fire(Scene scene, EventType<KeyEvent> kind, String character, KeyCode code, Held held) {
        Node focused = scene.getFocusOwner();
        Node target = focused == null ? scene.getRoot() : focused;
        boolean shift = held == Held.SHIFT;
        boolean alt = held == Held.ALT;
        Event.fireEvent(target, new KeyEvent(kind, character, "", code, shift, false, alt, false));
    }
}
