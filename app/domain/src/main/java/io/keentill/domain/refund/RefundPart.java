package io.keentill.domain.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.TenderType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to one tender of a sale.
 *
 * @param id UUIDv7
 * @param type cash or card; exchange for what stays in the shop and pays for new goods
 * @param amount what of the sale's tender it gives back, above zero
 * @param rounding what is handed over in coins beyond {@code amount}, below zero for less; zero for a card and an exchange
 * @param originalAttemptId the card payment whose money it is; null for cash and for a sale of another till
 * @param attemptId the latest payment attempt that is to give it back; null for cash, an exchange and before the first
 * @param state see {@link State}
 * @param returnedAt when it went back
 */
public record RefundPart(
        String id,
        TenderType type,
        Money amount,
        Money rounding,
        @Nullable String originalAttemptId,
        @Nullable String attemptId,
        State state,
        @Nullable Instant returnedAt) {

    /** Where a part stands. */
    public enum State {
        /** To go back; its attempt, if there is one, did not move anything or is still in doubt. */
        PLANNED,
        /** Went back. */
        RETURNED,
        /** Did not go back, and will not as part of this refund. */
        GIVEN_UP
    }

    /** Refuses an amount of nothing. */
    public RefundPart {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A part of a refund gives something back: " + amount);
        }
    }

    /** One that is still to go back. */
    public static RefundPart planned(String id, TenderType type, Money amount, @Nullable String originalAttemptId) {
        Money nothing = Money.zero(amount.currency());
        return new RefundPart(id, type, amount, nothing, originalAttemptId, null, State.PLANNED, null);
    }

    /** What the customer gets into the hand or onto the card. */
    public Money handed() {
        return amount.plus(rounding);
    }

    /** Whose money of the sale it is, cash or card: an exchange uses up either. */
    public TenderType source() {
        boolean cash = type == TenderType.CASH || (type == TenderType.EXCHANGE && originalAttemptId == null);
        return cash ? TenderType.CASH : TenderType.CARD;
    }

    boolean is(State other) {
        return state == other;
    }

    RefundPart attempted(String newAttemptId) {
        return new RefundPart(id, type, amount, rounding, originalAttemptId, newAttemptId, state, returnedAt);
    }

    RefundPart of(Money changed) {
        return new RefundPart(id, type, changed, rounding, originalAttemptId, attemptId, state, returnedAt);
    }

    RefundPart returned(Money roundedBy, Instant at) {
        return new RefundPart(id, type, amount, roundedBy, originalAttemptId, attemptId, State.RETURNED, at);
    }

    RefundPart inCash() {
        return new RefundPart(id, TenderType.CASH, amount, rounding, null, null, state, returnedAt);
    }

    RefundPart givenUp() {
        return new RefundPart(id, type, amount, rounding, originalAttemptId, attemptId, State.GIVEN_UP, null);
    }
}
