package io.keentill.launcher.drivers;

import io.keentill.device.terminal.TerminalDriver;
import java.util.List;

/**
 * The terminal drivers of a till.
 *
 * @param drivers of different families, built-in ones first
 * @param leftOut what was found and is not used
 */
public record FoundDrivers(List<TerminalDriver> drivers, List<LeftOut> leftOut) {

    /** Copies the lists. */
    public FoundDrivers {
        drivers = List.copyOf(drivers);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Something that is no usable driver.
     *
     * @param what the file's name, or the class of a built-in driver
     * @param why for people: what is wrong with it and what to do
     */
    public record LeftOut(String what, String why) {}
}
