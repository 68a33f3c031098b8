package io.keentill.storefront.pin;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** A PIN being entered. Only its length is ever shown. */
public final class PinEntry {

    /** Longest PIN that can be entered. */
    public static final int LONGEST = 8;

    /** Shortest that is worth a check. */
    public static final int SHORTEST = 4;

    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper();
    private final StringBuilder pin = new StringBuilder();

    /** A digit was entered; false for anything else, and beyond the longest. */
    public boolean digit(char digit) {
        if (pin.length() >= LONGEST || digit < '0' || digit > '9') {
            return false;
        }
        pin.append(digit);
        length.set(pin.length());
        return true;
    }

    /** Takes the last digit back. */
    public void back() {
        if (!pin.isEmpty()) {
            pin.setLength(pin.length() - 1);
            length.set(pin.length());
        }
    }

    /** Takes all digits back. */
    public void clear() {
        pin.setLength(0);
        length.set(0);
    }

    /** Whether it is too short to be one. */
    public boolean isTooShort() {
        return pin.length() < SHORTEST;
    }

    /** Hands over what was entered, and forgets it. */
    public String take() {
        String entered = pin.toString();
        clear();
        return entered;
    }

    /** How many digits were entered. */
    public ReadOnlyIntegerProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }
}
