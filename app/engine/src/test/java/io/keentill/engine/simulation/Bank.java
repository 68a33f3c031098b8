package io.keentill.engine.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The acquirer's own ledger: what was really taken from cards, whatever any till or terminal believes. */
final class Bank {

    /**
     * One movement.
     *
     * @param terminal that asked
     * @param reference the till's, as the terminal passed it on
     * @param minor taken, or given back below zero
     */
    record Movement(String terminal, String reference, long minor) {}

    private final List<Movement> movements = new ArrayList<>();

    /** Takes or gives back money. */
    void move(String terminal, String reference, long minor) {
        movements.add(new Movement(terminal, reference, minor));
    }

    /** What is left of each reference on a terminal; those that came to nothing are not there. */
    Map<String, Long> balances(String terminal) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Movement movement : movements) {
            if (movement.terminal().equals(terminal)) {
                sums.merge(movement.reference(), movement.minor(), Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    List<Movement> movements() {
        return movements;
    }
}
