package io.keentill.engine.status;

import io.keentill.device.terminal.TerminalStatus;
import io.keentill.domain.text.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is always in sight at the counter.
 *
 * @param connection how RevKeen is reached
 * @param connectionMessage for people; empty when online
 * @param waiting outbox rows still to send
 * @param oldestUnsynced when the oldest of them was written
 * @param tasks refusals that need somebody
 * @param terminalAddress the terminal of this till; null if none is set up
 * @param terminal how it is, as last asked
 * @param connector whether RevKeen can reach this till's terminal through it
 * @param unresolvedPayments payments whose outcome is not known yet
 * @param training whether this is a training till on the sandbox
 * @param warnings what somebody has to see to beside the sales, in sentences: disk, journal, backup, clock
 */
public record TillStatus(
        Connection connection,
        Sentence connectionMessage,
        long waiting,
        @Nullable Instant oldestUnsynced,
        long tasks,
        @Nullable String terminalAddress,
        @Nullable TerminalStatus terminal,
        ConnectorState connector,
        int unresolvedPayments,
        boolean training,
        List<Sentence> warnings) {

    /** Copies the list. */
    public TillStatus {
        warnings = List.copyOf(warnings);
    }

    /** With nothing to see to. */
    public TillStatus(
            Connection connection,
            Sentence connectionMessage,
            long waiting,
            @Nullable Instant oldestUnsynced,
            long tasks,
            @Nullable String terminalAddress,
            @Nullable TerminalStatus terminal,
            ConnectorState connector,
            int unresolvedPayments,
            boolean training) {
        this(
                connection,
                connectionMessage,
                waiting,
                oldestUnsynced,
                tasks,
                terminalAddress,
                terminal,
                connector,
                unresolvedPayments,
                training,
                List.of());
    }

    /** How RevKeen is reached. */
    public enum Connection {
        /** No RevKeen is set up. */
        NOT_SET_UP,
        /** Not tried yet. */
        UNTRIED,
        /** The last call was answered. */
        ONLINE,
        /** The last call was not. Sales go on. */
        OFFLINE,
        /** RevKeen refuses the key. Sales go on, nothing is synced until it is replaced. */
        KEY_REFUSED
    }

    /** The connector channel. */
    public enum ConnectorState {
        /** Not connected now. */
        DISCONNECTED,
        /** Linked: payments for this terminal arrive here. */
        LINKED,
        /** This RevKeen offers no such channel to tills. */
        NOT_OFFERED
    }
}
