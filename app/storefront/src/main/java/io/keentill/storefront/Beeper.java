package io.keentill.storefront;

/** Tells a clerk who does not look at the screen that something was wrong with a scan. Returns at once. */
@FunctionalInterface
public interface Beeper {

    /** Where there is nothing to be heard. */
    Beeper SILENT = () -> {};

    /** One short low tone: that was not sold. */
    void refuse();
}
