package io.keentill.launcher.drivers;

/** A driver that cannot be used; the message is for people. */
final class UnusableDriver extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableDriver(String why) {
        super(why);
    }

    UnusableDriver(String why, Throwable cause) {
        super(why, cause);
    }
}
