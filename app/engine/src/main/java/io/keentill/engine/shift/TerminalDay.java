package io.keentill.engine.shift;

import io.keentill.device.terminal.Totals;
import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
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
     * @param totals what the terminal told, and wants printed
     */
    record Closed(SettlementRow settlement, CardsElsewhere.Answer revKeen, List<Sentence> differences, Totals totals)
            implements TerminalDay {

        /** Copies the lists. */
        public Closed {
            differences = List.copyOf(differences);
        }

        /** What the terminal wants printed, line by line. */
        public List<String> slip() {
            return totals.slip();
        }

        /** What till and terminal counted. */
        public Figures figures() {
            return new Figures(
                    settlement.tillCount(), settlement.tillNet(), settlement.terminalCount(), settlement.terminalNet());
        }
    }

    /**
     * Two counts of the same day.
     *
     * @param tillCount how many payments this till's books have
     * @param tillNet what those come to, less what went back
     * @param terminalCount how many the terminal has
     * @param terminalNet what those come to
     */
    record Figures(long tillCount, Money tillNet, long terminalCount, Money terminalNet) {}

    /** Not closed, or nobody knows; the message says why and what to do, and a task asks for it. Shifts close all the same. */
    record NotClosed(Sentence message) implements TerminalDay {}

    /** Not allowed, or there is nothing to close; the message says why. */
    record Refused(Sentence message) implements TerminalDay {}
}
