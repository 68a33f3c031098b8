package io.keentill.engine.shift;

import io.keentill.store.SettlementRow;
import java.util.List;

/** How closing a terminal's day went. */
public sealed interface TerminalDay {

    /**
     * Closed, and compared three ways. Each difference is a task by now, too.
     *
     * @param settlement what till and terminal counted
     * @param revKeen what RevKeen has of the card payments in it that were taken for sales
     * @param differences what does not agree, in sentences; empty if all does
     * @param slip what the terminal wants printed, line by line
     */
    record Closed(SettlementRow settlement, CardsElsewhere.Answer revKeen, List<String> differences, List<String> slip)
            implements TerminalDay {

        /** Copies the lists. */
        public Closed {
            differences = List.copyOf(differences);
            slip = List.copyOf(slip);
        }
    }

    /** Not closed, or nobody knows; the message says why and what to do, and a task asks for it. Shifts close all the same. */
    record NotClosed(String message) implements TerminalDay {}

    /** Not allowed, or there is nothing to close; the message says why. */
    record Refused(String message) implements TerminalDay {}
}
