package io.keentill.engine.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The acquirer's own ledger: what really moved on cards, whatever any till or terminal believes. */
final class Bank {

    private final Map<String, Map<String, Long>> balances = new HashMap<>();

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
