package io.keentill.storefront.counter;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which screen is in front. */
public final class Screens {

    /** The screens of the clerk's workspace. */
    public enum Screen {
        /** Who are you? */
        LOGIN,
        /** The basket is being filled. */
        SELL,
        /** The basket is being paid. */
        PAY,
        /** A receipt is being looked at. */
        RECEIPT
    }

    private final ReadOnlyObjectWrapper<Screen> current = new ReadOnlyObjectWrapper<>(Screen.LOGIN);

    /** Brings a screen to the front. */
    public void go(Screen screen) {
        current.set(screen);
    }

    /** The one in front. */
    public Screen current() {
        return current.get();
    }

    /** The one in front, to watch. */
    public ReadOnlyObjectProperty<Screen> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
