package io.keentill.storefront.counter;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which screen is in front. */
public final class Screens {

    /** The screens of the till. */
    public enum Screen {
        /** Who are you? */
        LOGIN,
        /** The basket is being filled. */
        SELL,
        /** The basket is being paid. */
        PAY,
        /** A receipt is being looked at. */
        RECEIPT,
        /** Earlier sales are looked for. */
        ORDERS,
        /** Money is given back on one of them. */
        REFUND,
        /** Cash is given for goods without a receipt. */
        RETURN,
        /** What waits for a person. */
        TASKS,
        /** The drawer and the day. */
        SHIFT,
        /** Who works here. */
        STAFF,
        /** The record behind everything. */
        JOURNAL,
        /** How the screen looks. */
        LOOKS,
        /** Devices, the link to RevKeen, faults. */
        INSTALL,
        /** What the shop asks of its shifts and allows of returns. */
        RULES;

        /** Whether it is one of those beside selling, between which the rail leads. */
        public boolean isOffice() {
            return switch (this) {
                case LOGIN, SELL, PAY, RECEIPT -> false;
                case ORDERS, REFUND, RETURN, TASKS, SHIFT, STAFF, JOURNAL, LOOKS, INSTALL, RULES -> true;
            };
        }
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
