package io.keentill.launcher;

import java.util.Locale;

/** How a command ended, as a script reads it: the exit status, and {@code outcome} in JSON. 2 is a wrong call. */
public enum ExitStatus {
    /** It was done. */
    DONE(0),
    /** It was not done. Of a payment: certainly not made as asked. */
    NOT_DONE(1),
    /** Nobody knows yet whether money moved. Run again, it asks about that first. */
    NOT_KNOWN(3),
    /** Money of an earlier run had moved, so nothing new was begun. Run again, it is. */
    EARLIER_MOVED(4),
    /** Another process works with this till's data, and perhaps on the very same thing. Nothing was begun. */
    IN_USE(5);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** As JSON says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
