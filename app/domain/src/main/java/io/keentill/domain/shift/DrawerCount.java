package io.keentill.domain.shift;

import io.keentill.domain.money.Money;
import java.time.Instant;

/**
 * A count that was committed, and what the books said at that moment. Until it is committed nobody is told.
 *
 * @param id UUIDv7
 * @param counted the pieces
 * @param expected what the books said was in the drawer
 * @param moves how often cash had moved in the shift by then; a count is for that drawer alone
 * @param tries how many counts of this shift were committed, this one included
 * @param operator who counted
 * @param at when
 */
public record DrawerCount(
        String id, CashCount counted, Money expected, long moves, int tries, String operator, Instant at) {

    /** What is there beyond what should be; below zero what is missing. */
    public Money difference() {
        return counted.total().minus(expected);
    }
}
