package io.keentill.device.weblink.emulator;

/**
 * How builds of the terminal's app differ in the field.
 *
 * @param keepsOurUti whether it takes the till's own {@code uti}; an older build makes one itself
 * @param startStatus what it answers to a start: 201, or 200 as some builds do
 * @param shiftedStatuses whether its status numbers are one too high, as seen in the field
 * @param remembers how many finished transactions it can still be asked for by {@code uti}
 */
public record Behaviour(boolean keepsOurUti, int startStatus, boolean shiftedStatuses, int remembers) {

    /** As documented. */
    public static final Behaviour DOCUMENTED = new Behaviour(true, 201, false, 100);

    /** An older build: its own {@code uti}, 200, shifted numbers. */
    public static final Behaviour OLD = new Behaviour(false, 200, true, 100);
}
