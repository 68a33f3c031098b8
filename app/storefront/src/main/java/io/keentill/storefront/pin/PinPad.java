package io.keentill.storefront.pin;

import io.keentill.storefront.kit.Numpad;
import io.keentill.storefront.text.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The parts of whatever asks for a PIN: dots, keys for fingers, and the keyboard's own. */
public final class PinPad {

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private PinPad() {}

    /** What a pad does. */
    public interface Pad {
        /** A digit was entered. */
        void digit(char digit);

        /** The last one is taken back. */
        void back();

        /** All that was entered is taken back. */
        void clear();

        /** It is to be checked. */
        void submit();
    }

    /** A dot for each digit there can be, filled for each there is. */
    public static Node dots(String id, ObservableValue<Number> length) {
        HBox dots = new HBox();
        dots.setId(id);
        dots.getStyleClass().add("pin-dots");
        for (int i = 0; i < PinEntry.LONGEST; i++) {
            Region dot = new Region();
            dot.getStyleClass().add("pin-dot");
            dots.getChildren().add(dot);
        }
        Consumer<Number> fill = count -> {
            for (int i = 0; i < PinEntry.LONGEST; i++) {
                dots.getChildren().get(i).pseudoClassStateChanged(FILLED, i < count.intValue());
            }
        };
        length.addListener((o, before, now) -> fill.accept(now));
        fill.accept(length.getValue());
        return dots;
    }

    /** The keys, with ids from {@code prefix}. */
    public static Numpad keys(String prefix, Texts texts, Pad pad, ObservableValue<Boolean> busy) {
        Numpad keys = new Numpad(
                prefix,
                "",
                figure -> texts.get("login.digit", figure),
                figure -> pad.digit(figure.charAt(0)),
                texts.get("login.back"),
                pad::back);
        keys.disableProperty().bind(busy);
        return keys;
    }

    /** Lets {@code node} take digits, Enter, Backspace and Escape of the keyboard. */
    public static void listen(Node node, Pad pad) {
        node.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            String typed = event.getCharacter();
            if (typed.length() == 1 && Character.isDigit(typed.charAt(0))) {
                pad.digit((char) ('0' + Character.digit(typed.charAt(0), 10)));
                event.consume();
            }
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(event.getCode(), pad)) {
                event.consume();
            }
        });
    }

    private static boolean pressed(KeyCode code, Pad pad) {
        switch (code) {
            case ENTER -> pad.submit();
            case BACK_SPACE -> pad.back();
            case ESCAPE -> pad.clear();
            default -> {
                return false;
            }
        }
        return true;
    }
}
