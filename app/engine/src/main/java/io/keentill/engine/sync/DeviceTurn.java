package io.keentill.engine.sync;

import java.util.OptionalLong;

/**
 * Whose turn it is on the till's device at RevKeen, which takes one payment at a time. Without it, card payments of
 * several sales would refuse each other with {@code device_busy} again and again after a day offline.
 */
final class DeviceTurn {

    private static final long NOBODY = -1;

    private long holder = NOBODY;

    /** Whether it is this row's turn now; if nobody has it, it is. */
    synchronized boolean take(long row) {
        if (holder == NOBODY) {
            holder = row;
        }
        return holder == row;
    }

    /** The row whose turn it is, if one has it. */
    synchronized OptionalLong holder() {
        return holder == NOBODY ? OptionalLong.empty() : OptionalLong.of(holder);
    }

    /** This row is through, or cannot go on now. Does nothing if it was not its turn. */
    synchronized void giveBack(long row) {
        if (holder == row) {
            holder = NOBODY;
        }
    }
}
