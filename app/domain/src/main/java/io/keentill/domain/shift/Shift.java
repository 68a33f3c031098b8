package io.keentill.domain.shift;

import io.keentill.domain.money.Money;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One turn at the drawer, from its opening float to its Z report. What belongs to it is stamped with its number when it is
 * stored; no time of day decides that.
 *
 * @param id UUIDv7
 * @param seq its number among the shifts of this till, from 1; what was sold since the one before it belongs to it too
 * @param openingFloat what was in the drawer for change when it was opened, without what was taken since the last close
 * @param openedBy who opened it
 * @param openedAt when
 * @param count the latest count of its drawer; null before the first
 * @param z number of its Z report; null while it is open
 * @param closedBy who closed it
 * @param closedAt when
 */
public record Shift(
        String id,
        long seq,
        Money openingFloat,
        String openedBy,
        Instant openedAt,
        @Nullable DrawerCount count,
        @Nullable Long z,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {

    /** Refuses a float below zero. */
    public Shift {
        if (openingFloat.isNegative()) {
            throw new IllegalArgumentException("A drawer holds nothing or something: " + openingFloat);
        }
    }

    /** A new one. */
    public static Shift open(String id, long seq, Money openingFloat, String operator, Instant at) {
        return new Shift(id, seq, openingFloat, operator, at, null, null, null, null);
    }

    /** Whether it still runs. */
    public boolean isOpen() {
        return z == null;
    }

    /** Of all its amounts. */
    public Currency currency() {
        return openingFloat.currency();
    }

    /** Closed, with the number of its Z report. */
    public Shift closed(long zNumber, String operator, Instant at) {
        if (!isOpen()) {
            throw new IllegalStateException("Shift " + seq + " is closed with Z " + z + " and never changes again");
        }
        return new Shift(id, seq, openingFloat, openedBy, openedAt, count, zNumber, operator, at);
    }
}
