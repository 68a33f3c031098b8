package io.keentill.device.terminal;

/** Where frames go for people who look for a fault. Drivers mask card data and secrets before calling it. */
@FunctionalInterface
public interface FrameTrace {

    /** Keeps nothing. */
    FrameTrace OFF = (direction, text) -> {};

    /** Which way a frame went. */
    enum Direction {
        /** Till to device. */
        OUT,
        /** Device to till. */
        IN
    }

    /** One frame as masked text. */
    void frame(Direction direction, String maskedText);
}
