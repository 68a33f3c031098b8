package io.keentill.device.weblink.emulator;

import java.time.Duration;
import java.util.Set;

/**
 * How builds of the terminal's app differ in the field.
 *
 * @param keepsOurUti whether it takes the till's own {@code uti}; an older build makes one itself
 * @param startStatus what it answers to a start: 201, or 200 as some builds do
 * @param shiftedStatuses whether its status numbers are one too high, as seen in the field
 * @param remembers how many finished transactions it can still be asked for by {@code uti}
 * @param leavesOut fields that its results lack
 * @param tipMinor what each customer adds to a sale at the terminal, minor units; only told of, not in the ledger
 * @param history what its history shows
 */
public record Behaviour(
        boolean keepsOurUti,
        int startStatus,
        boolean shiftedStatuses,
        int remembers,
        Set<String> leavesOut,
        long tipMinor,
        History history) {

    /**
     * What the history shows.
     *
     * @param lists how many transactions, the latest
     * @param endsAtZ whether a Z report empties it
     * @param ahead how far the terminal's clock is ahead of the till's, for instance because it keeps another zone's time
     * @param ownWords whether kinds are called otherwise than in results
     */
    public record History(int lists, boolean endsAtZ, Duration ahead, boolean ownWords) {

        /** A hundred, by the till's own time. */
        public static final History LONG = new History(100, false, Duration.ZERO, false);
    }

    /** As documented. */
    public static final Behaviour DOCUMENTED = new Behaviour(true, 201, false, 100, Set.of(), 0, History.LONG);

    /** An older build: its own {@code uti}, 200, shifted numbers. */
    public static final Behaviour OLD = new Behaviour(false, 200, true, 100, Set.of(), 0, History.LONG);

    /** Copies the set. */
    public Behaviour {
        leavesOut = Set.copyOf(leavesOut);
    }

    /** The same with results that lack these fields. */
    public Behaviour lacking(String... fields) {
        return new Behaviour(keepsOurUti, startStatus, shiftedStatuses, remembers, Set.of(fields), tipMinor, history);
    }

    /** The same with so many transactions that it can be asked for. */
    public Behaviour remembering(int transactions) {
        return new Behaviour(keepsOurUti, startStatus, shiftedStatuses, transactions, leavesOut, tipMinor, history);
    }

    /** The same with a tip on each sale. */
    public Behaviour tipping(long minor) {
        return new Behaviour(keepsOurUti, startStatus, shiftedStatuses, remembers, leavesOut, minor, history);
    }

    /** The same with another history. */
    public Behaviour showing(History other) {
        return new Behaviour(keepsOurUti, startStatus, shiftedStatuses, remembers, leavesOut, tipMinor, other);
    }
}
