package io.keentill.device.zvt;

import io.keentill.device.zvt.codec.Apdu;

/** What follows a command. */
sealed interface Reply {

    /** 80 00: the terminal works on it. */
    record Accepted() implements Reply {}

    /**
     * 84 xx: it does not.
     *
     * @param certain whether the command arrived once only and this is the answer to it: neither to a repetition of it nor,
     *     said again, to something earlier
     */
    record Refused(int code, boolean certain) implements Reply {}

    /** 84 9C for longer than we wanted to wait. */
    record Busy(boolean certain) implements Reply {}

    /** A message of its own instead of an answer. */
    record Spoke(Apdu message) implements Reply {}

    /** Nothing within T3. */
    record Silent() implements Reply {}
}
