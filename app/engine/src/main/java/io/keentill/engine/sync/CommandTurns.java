package io.keentill.engine.sync;

import io.keentill.revkeen.connector.ToServer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One answer for each command, however often it comes: while it is in hand nobody else takes it, and one that RevKeen was
 * told is not carried out stays so. RevKeen has such an answer as the end; what moved money after it nobody would expect.
 */
final class CommandTurns {

    private static final int MOST = 1000;

    private final Set<String> inHand = new HashSet<>();
    private final Map<String, ToServer.Outcome> refused = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ToServer.Outcome> eldest) {
            return size() > MOST;
        }
    };

    /** Takes a command in hand; false if it is already. */
    synchronized boolean take(String commandId) {
        return inHand.add(commandId);
    }

    /** Lets it go. */
    synchronized void over(String commandId) {
        inHand.remove(commandId);
    }

    /** RevKeen was told that this command is not carried out. */
    synchronized void refuse(ToServer.Outcome outcome) {
        refused.put(outcome.commandId(), outcome);
    }

    /** What RevKeen was told then; empty for a command that was not refused. */
    synchronized Optional<ToServer.Outcome> refused(String commandId) {
        return Optional.ofNullable(refused.get(commandId));
    }
}
