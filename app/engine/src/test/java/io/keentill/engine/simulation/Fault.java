package io.keentill.engine.simulation;

import java.util.List;

/**
 * What goes wrong at one step of one till.
 *
 * @param till number of the till
 * @param step how many steps it has taken, from 1
 * @param kind what goes wrong
 * @param size how long, how many or how far; its meaning depends on the kind
 */
record Fault(int till, long step, Kind kind, long size) {

    /** Where a till touches the world. */
    enum Site {
        /** A write is about to be committed. */
        COMMITTING(Kind.CRASH, Kind.TORN_CRASH, Kind.DISK_FULL),
        /** A write is on the disk and nobody knows yet. */
        COMMITTED(Kind.CRASH),
        /** A request is about to leave for RevKeen. */
        REQUEST(
                Kind.CRASH,
                Kind.LOST,
                Kind.LATE,
                Kind.TWICE,
                Kind.ANSWER_LOST,
                Kind.GARBLED,
                Kind.CUT,
                Kind.RATE_LIMITED,
                Kind.SERVER_ERROR,
                Kind.SERVER_ERROR_AFTER,
                Kind.REFUSED,
                Kind.CUT_OFF),
        /** RevKeen has carried it out and its answer is at the till's door. */
        ANSWER(Kind.CRASH),
        /** A payment is about to leave for the terminal. */
        PAYMENT(Kind.CRASH, Kind.LOST, Kind.LATE, Kind.TWICE),
        /** The terminal has it. */
        AT_TERMINAL(Kind.CRASH, Kind.LOST, Kind.REBOOT),
        /** The terminal's result is at the till's door. */
        RESULT(Kind.CRASH, Kind.ANSWER_LOST, Kind.GARBLED, Kind.TWICE),
        /** The till has stored it and is about to confirm. */
        CONFIRMING(Kind.CRASH, Kind.LOST),
        /** The terminal is asked what became of a payment. */
        QUESTION(Kind.CRASH, Kind.ANSWER_LOST, Kind.REBOOT),
        /** The till says something on the connector channel; a line that breaks then takes it along. */
        CHANNEL(Kind.CRASH, Kind.LOST, Kind.TWICE),
        /** Somebody stops a payment. */
        STOPPING(Kind.CRASH, Kind.LOST),
        /** The next customer comes. */
        BETWEEN_SALES(Kind.CRASH, Kind.CLOCK_JUMP, Kind.OFFLINE, Kind.REBOOT);

        private final List<Kind> possible;

        Site(Kind... possible) {
            this.possible = List.of(possible);
        }

        /** What can go wrong here; a crash always can and comes first. */
        List<Kind> possible() {
            return possible;
        }
    }

    /** What can go wrong. */
    enum Kind {
        NONE,
        /** The process dies. */
        CRASH,
        /** The power fails in the middle of writing: half of the log is on the disk. */
        TORN_CRASH,
        /** This write and {@code size} more fail. */
        DISK_FULL,
        /** It never arrives. */
        LOST,
        /** It arrives {@code size} seconds late; nobody waits that long. */
        LATE,
        /** It arrives twice. */
        TWICE,
        /** It is carried out and the answer never comes. */
        ANSWER_LOST,
        /** Nonsense comes instead of the answer. */
        GARBLED,
        /** The line breaks in the middle of the answer. */
        CUT,
        /** It is carried out, and with its answer the network is gone for {@code size} seconds. */
        CUT_OFF,
        /** 429 with {@code size} seconds. */
        RATE_LIMITED,
        /** 500, 502, 503 without effect. */
        SERVER_ERROR,
        /** 500 after the effect, which RevKeen keeps under the key. */
        SERVER_ERROR_AFTER,
        /** 422 for good. */
        REFUSED,
        /** The terminal starts anew, {@code size} seconds long. */
        REBOOT,
        /** The till's clock leaps by {@code size} seconds, forwards or back. */
        CLOCK_JUMP,
        /** No network for {@code size} seconds. */
        OFFLINE
    }

    /** Before its first step a till may have to do without something. */
    static final long FROM_THE_START = 0;

    static final Fault NONE = new Fault(0, 0, Kind.NONE, 0);

    boolean is(Kind what) {
        return kind == what;
    }

    @Override
    public String toString() {
        return "till " + till + " step " + step + ": " + kind + (size == 0 ? "" : " " + size);
    }
}
