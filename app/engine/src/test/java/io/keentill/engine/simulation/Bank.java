package io.keentill.engine.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The acquirer's own ledger: what really moved on cards, whatever any till or terminal believes. */
final class Bank {

    private final Map<String, Map<String, Long>> balances = new HashMap<>();
    private final Map<String, Map<String, Hold>> holds = new HashMap<>();

    /** Money held on a card; {@code live} until it is taken or let go. */
    record Hold(long minor, boolean live) {}

    /** Holds money. */
    void hold(String terminal, String reference, long minor) {
        Hold before = of(terminal).put(reference, new Hold(minor, true));
        Audit.require(before == null, "Money is held twice under %s", reference);
    }

    /** What is held is taken or let go, which can be but once. */
    void endHold(String terminal, String reference) {
        Hold hold = of(terminal).get(reference);
        Audit.require(hold != null && hold.live(), "What %s holds is taken or let go twice: %s", reference, hold);
        of(terminal).put(reference, new Hold(hold.minor(), false));
    }

    /** The end of a hold does not stand. */
    void reviveHold(String terminal, String reference) {
        of(terminal).computeIfPresent(reference, (key, hold) -> new Hold(hold.minor(), true));
    }

    /** A hold does not stand. */
    void forgetHold(String terminal, String reference) {
        of(terminal).remove(reference);
    }

    /** All that was ever held and stands, by its reference. */
    Map<String, Hold> holds(String terminal) {
        return Map.copyOf(of(terminal));
    }

    private Map<String, Hold> of(String terminal) {
        return holds.computeIfAbsent(terminal, key -> new LinkedHashMap<>());
    }

    /**
     * Takes or gives back money.
     *
     * @param terminal that asked
     * @param reference the till's, as the terminal passed it on
     * @param minor taken, or given back below zero
     */
    void move(String terminal, String reference, long minor) {
        balances.computeIfAbsent(terminal, key -> new LinkedHashMap<>())
                .merge(reference, minor, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** What each reference came to on a terminal, below zero where money went back; without those that came to nothing. */
    Map<String, Long> balances(String terminal) {
        return new LinkedHashMap<>(balances.getOrDefault(terminal, Map.of()));
    }
}
