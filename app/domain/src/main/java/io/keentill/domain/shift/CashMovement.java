package io.keentill.domain.shift;

import io.keentill.domain.money.Money;
import java.time.Instant;

/**
 * Cash that went into a drawer or out of it beside sales and refunds.
 *
 * @param id UUIDv7
 * @param shiftId the shift it belongs to
 * @param kind which way, and why in principle
 * @param amount above zero, whichever way
 * @param reason why, for people
 * @param operator who moved it
 * @param at when
 */
public record CashMovement(
        String id, String shiftId, Kind kind, Money amount, String reason, String operator, Instant at) {

    /** Ways of moving cash. */
    public enum Kind {
        /** Put in, such as change from the bank. */
        PAY_IN,
        /** Taken out and spent, such as for the window cleaner. */
        PAY_OUT,
        /** Taken out and put into the safe. */
        DROP;

        /** {@code amount} with the sign it has for the drawer. */
        public Money signed(Money amount) {
            return this == PAY_IN ? amount : amount.negated();
        }
    }

    /** Refuses a movement of nothing. */
    public CashMovement {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Cash that moves is something: " + amount);
        }
    }

    /** With the sign it has for the drawer. */
    public Money signed() {
        return kind.signed(amount);
    }
}
