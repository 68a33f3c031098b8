package io.keentill.device.terminal;

import java.util.Set;

/**
 * One payment terminal. Calls block their thread, never longer than the deadlines of the protocol; the till gives each
 * terminal its own thread and makes one call at a time, except for {@link #requestCancel} and {@link #close}, which come
 * from others.
 *
 * <p>A driver opens its link when first needed and again after losing it: a terminal that is switched off costs nothing
 * but a status.
 */
public interface PaymentTerminal extends AutoCloseable {

    /** What this terminal can do. */
    Set<Capability> capabilities();

    /** Asks how it is. */
    TerminalStatus status();

    /**
     * Runs one attempt to its end. Amount, currency and identity of the terminal's answer are checked against the request:
     * a mismatch is Unknown.
     *
     * @return what {@code monitor} was told of as outcome, or Failed if nothing that could move money was sent. Loss of
     *     the link, interruption and nonsense from the terminal after that point are Unknown.
     */
    Outcome perform(TerminalRequest request, AttemptMonitor monitor);

    /**
     * Asks to stop the running attempt with this reference. Only a request: the outcome still comes from {@link #perform},
     * and an approval may win. Does nothing if no such attempt runs.
     */
    void requestCancel(String reference);

    /** Asks what became of an earlier attempt. Moves no money. */
    QueryAnswer query(PastAttempt attempt);

    /** Closes the terminal's day (end of day, batch close). */
    Settlement settle(java.util.Currency currency);

    /** Gives the link back. A running attempt ends as Unknown. */
    @Override
    void close();
}
