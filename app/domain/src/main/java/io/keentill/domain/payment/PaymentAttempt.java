package io.keentill.domain.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at moving money on one terminal, stored before any byte leaves and updated before anything is shown.
 *
 * @param id UUIDv7
 * @param reference short, unique for ever; travels to the terminal where the protocol has a field for it, and to
 *     RevKeen's {@code terminal-payments}
 * @param orderId the sale it pays for; null for one commanded from elsewhere
 * @param kind sale, refund or reversal
 * @param amount asked for
 * @param terminal address of the terminal it runs on
 * @param operator who asked
 * @param originalId for refund and reversal, the attempt it undoes
 * @param state see {@link AttemptState}
 * @param approved what was approved; may be less than asked for
 * @param card what the terminal says of it
 * @param message for people: why it was declined, failed or is unknown
 * @param recoveryHint what the driver needs to recognise it when asking later
 * @param createdAt intent stored
 * @param sentAt first byte about to leave
 * @param resolvedAt outcome stored
 */
public record PaymentAttempt(
        String id,
        String reference,
        @Nullable String orderId,
        PaymentKind kind,
        Money amount,
        String terminal,
        String operator,
        @Nullable String originalId,
        AttemptState state,
        @Nullable Money approved,
        CardDetails card,
        @Nullable Sentence message,
        @Nullable String recoveryHint,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant resolvedAt) {

    /** Stored and about to be sent; {@code hint} is what the driver needs to find it again. */
    public PaymentAttempt sent(String hint, Instant at) {
        require(AttemptState.SENT);
        return copy(AttemptState.SENT, approved, card, message, hint, at, resolvedAt);
    }

    /**
     * With its outcome.
     *
     * @param next a state that {@link AttemptState#allows} from here
     * @param amountApproved with APPROVED; with OVERRIDDEN when the evidence says that money moved; with UNKNOWN what the
     *     terminal said before its confirmation was in doubt
     * @param why for people; null with APPROVED
     */
    public PaymentAttempt resolved(
            AttemptState next,
            @Nullable Money amountApproved,
            CardDetails details,
            @Nullable Sentence why,
            Instant at) {
        require(next);
        if (next == AttemptState.APPROVED && amountApproved == null) {
            throw new IllegalArgumentException("An approval has an amount");
        }
        return copy(next, amountApproved, details, why, recoveryHint, sentAt, at);
    }

    /** Whether money moved. */
    public boolean moved() {
        boolean decided = state == AttemptState.APPROVED || state == AttemptState.OVERRIDDEN;
        return decided && approved != null && approved.isPositive();
    }

    private void require(AttemptState next) {
        if (!state.allows(next)) {
            throw new IllegalStateException("Payment " + reference + " cannot go from " + state + " to " + next);
        }
    }

    private PaymentAttempt copy(
            AttemptState newState,
            @Nullable Money newApproved,
            CardDetails details,
            @Nullable Sentence why,
            @Nullable String hint,
            @Nullable Instant sent,
            @Nullable Instant resolved) {
        return new PaymentAttempt(
                id,
                reference,
                orderId,
                kind,
                amount,
                terminal,
                operator,
                originalId,
                newState,
                newApproved,
                details,
                why,
                hint,
                createdAt,
                sent,
                resolved);
    }
}
