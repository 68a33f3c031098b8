package io.keentill.store;

import io.keentill.domain.money.Money;
import java.time.Instant;

/**
 * A terminal's day as it was closed. Counts are payments, refunds and voids together, sums what was taken less what went
 * back.
 *
 * @param id UUIDv7
 * @param terminal its address
 * @param shift number of the shift in which it was closed
 * @param tillCount in this till's books since the settlement before
 * @param tillNet what those came to
 * @param terminalCount as the terminal counted
 * @param terminalNet what those came to
 * @param operator who closed it
 * @param at when
 */
public record SettlementRow(
        String id,
        String terminal,
        long shift,
        long tillCount,
        Money tillNet,
        long terminalCount,
        Money terminalNet,
        String operator,
        Instant at) {

    /** What the terminal has beyond the till's books; below zero what it lacks. */
    public Money difference() {
        return terminalNet.minus(tillNet);
    }
}
