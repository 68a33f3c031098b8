package io.keentill.device.terminal;

import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One payment terminal. Calls block their thread, never longer than the deadlines of the protocol; the till gives each
 * terminal its own thread and makes one call at a time, except for {@link #requestCancel} and {@link #close}, which come
 * from others.
 *
 * <p>A driver opens its link when first needed and again after losing it: a terminal that is switched off costs nothing
 * but a status.
 *
 * <p>No call but {@link #perform} moves money. What a terminal cannot do is not among its capabilities, and asking for it
 * all the same gets a plain answer, never an exception.
 */
public interface PaymentTerminal extends AutoCloseable {

    /** What this terminal can do. */
    Set<Capability> capabilities();

    /** Asks how it is and who it is. */
    TerminalStatus status();

    /**
     * Runs one attempt to its end. Amount, currency and identity of the terminal's answer are checked against the request:
     * a mismatch is Unknown. A kind of request that is not among the capabilities is Failed, with nothing sent.
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

    /** Asks for the totals of the terminal's day without closing it (X report). */
    default TotalsAnswer totals(Currency currency) {
        return new TotalsAnswer.NotTold(Sentence.of(
                "device.this-kind-of-terminal-does-not",
                "This kind of terminal does not tell its totals to the till. Use its own menu" + " for them"));
    }

    /** Closes the terminal's day (end of day, batch close, Z report). */
    Settlement settle(Currency currency);

    /** Asks for the receipt of the terminal's last payment again. */
    default Reprint reprintLast() {
        return new Reprint.NotPrinted(Sentence.of(
                "device.this-kind-of-terminal-does-not-repeat",
                "This kind of terminal does not repeat a receipt for the till. Use its own menu" + " for it"));
    }

    /** What an installer must be asked before {@link #pair}; empty where there is nothing to ask. */
    default List<PairingQuestion> pairingQuestions() {
        return List.of();
    }

    /**
     * Makes the terminal and this till known to each other and keeps what was agreed in the {@link
     * TerminalDriver.Context#secrets}.
     *
     * @param answers by the names of {@link #pairingQuestions}, of the form asked for
     */
    default Pairing pair(Map<String, String> answers) {
        return new Pairing.NotPaired(Sentence.of(
                "device.this-kind-of-terminal-is-not", "This kind of terminal is not paired: it can be used as it is"));
    }

    /**
     * Forgets what was agreed in pairing, at the terminal too where its protocol has a way.
     *
     * @throws IOException if the till cannot forget it; the message is for people
     */
    default void unpair() throws IOException {
        // Most families agree on nothing.
    }

    /** Makes it show or sound which terminal it is, where it can; otherwise does the same as {@link #status}. */
    default TerminalStatus identify() {
        return status();
    }

    /** Gives the link back. A running attempt ends as Unknown. */
    @Override
    void close();
}
