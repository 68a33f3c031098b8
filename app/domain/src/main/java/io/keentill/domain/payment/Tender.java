package io.keentill.domain.payment;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One payment towards an order. For cash {@code tendered = applied + rounding + change}.
 *
 * @param id UUIDv7
 * @param type cash, card or link
 * @param applied what it settles of the order
 * @param tendered what the customer handed over; for a card and a link the same as {@code applied}
 * @param change handed back, cash only
 * @param rounding cash rounding, the difference between what was asked in coins and what was due
 * @param attemptId the payment attempt behind it; null for cash
 * @param takenAt when
 */
public record Tender(
        String id,
        TenderType type,
        Money applied,
        Money tendered,
        Money change,
        Money rounding,
        @Nullable String attemptId,
        Instant takenAt) {

    /** Checks that the figures agree. */
    public Tender {
        if (!applied.isPositive() || change.isNegative()) {
            throw new IllegalArgumentException("A tender settles something and change is zero or above");
        }
        if (!tendered.equals(applied.plus(rounding).plus(change))) {
            throw new IllegalArgumentException("Tendered " + tendered + " is not " + applied + " + rounding + change");
        }
    }

    /** An approved card payment of {@code amount}. */
    public static Tender card(String id, Money amount, String attemptId, Instant at) {
        Money nothing = Money.zero(amount.currency());
        return new Tender(id, TenderType.CARD, amount, amount, nothing, nothing, attemptId, at);
    }

    /** {@code amount} paid by a link that the till showed. */
    public static Tender link(String id, Money amount, String attemptId, Instant at) {
        Money nothing = Money.zero(amount.currency());
        return new Tender(id, TenderType.LINK, amount, amount, nothing, nothing, attemptId, at);
    }

    /**
     * Cash handed over for {@code due}. Less than due is a part payment without change; otherwise it settles all that is
     * due and the rest is change, after {@code rounding} to the smallest coin.
     */
    public static Tender cash(String id, Money due, Money handed, CashRounding rounding, Instant at) {
        Money asked = rounding.round(due);
        Money nothing = Money.zero(due.currency());
        if (handed.compareTo(asked) < 0) {
            Money applied = handed.min(due);
            return new Tender(id, TenderType.CASH, applied, handed, nothing, handed.minus(applied), null, at);
        }
        return new Tender(id, TenderType.CASH, due, handed, handed.minus(asked), asked.minus(due), null, at);
    }
}
