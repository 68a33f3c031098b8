package io.keentill.domain.payment;

import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One payment towards an order. For cash {@code tendered = applied + rounding + change}.
 *
 * @param id UUIDv7
 * @param type cash, card, link or exchange
 * @param applied what it settles of the order
 * @param tendered what the customer handed over; for everything else the same as {@code applied}
 * @param change handed back, cash only
 * @param rounding cash rounding, the difference between what was asked in coins and what was due
 * @param attemptId the payment attempt behind it; null for cash and for an exchange
 * @param takenAt when
 * @param exchange whose money it is, for an exchange; null for all others
 */
public record Tender(
        String id,
        TenderType type,
        Money applied,
        Money tendered,
        Money change,
        Money rounding,
        @Nullable String attemptId,
        Instant takenAt,
        @Nullable Exchange exchange) {

    /** Checks that the figures agree. */
    public Tender {
        if ((type == TenderType.EXCHANGE) != (exchange != null)) {
            throw new IllegalArgumentException("An exchange, and nothing else, says whose money it is: " + type);
        }
        if (!applied.isPositive() || change.isNegative()) {
            throw new IllegalArgumentException("A tender settles something and change is zero or above");
        }
        if (!tendered.equals(applied.plus(rounding).plus(change))) {
            throw new IllegalArgumentException("Tendered " + tendered + " is not " + applied + " + rounding + change");
        }
    }

    /** One that is no exchange. */
    public Tender(
            String id,
            TenderType type,
            Money applied,
            Money tendered,
            Money change,
            Money rounding,
            @Nullable String attemptId,
            Instant takenAt) {
        this(id, type, applied, tendered, change, rounding, attemptId, takenAt, null);
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

    /** {@code amount} of what goods of an earlier sale were worth that came back. */
    public static Tender exchange(String id, Money amount, Exchange whose, Instant at) {
        Money nothing = Money.zero(amount.currency());
        return new Tender(id, TenderType.EXCHANGE, amount, amount, nothing, nothing, null, at, whose);
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

    /**
     * What money of it goes back as, cash or card. A link is paid with a card on RevKeen's page, which no terminal here can
     * name, so its money goes back to a card, and never in cash; an exchange goes back as its money was paid.
     */
    public TenderType goesBackAs() {
        return switch (type) {
            case CASH -> TenderType.CASH;
            case CARD, LINK -> TenderType.CARD;
            case EXCHANGE -> cardPayment() == null ? TenderType.CASH : TenderType.CARD;
        };
    }

    /**
     * The payment attempt that took its money: its own, or for an exchange that of the earlier sale; null for cash, and for
     * a sale of another till.
     */
    public @Nullable String cardPayment() {
        return exchange == null ? attemptId : exchange.attemptId();
    }
}
