package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Money held on a card for a sale (pre-authorisation), as long as it is neither taken nor let go.
 *
 * @param preAuthorisation the attempt that holds it
 * @param inDoubt whether holding, taking or letting go of it has no outcome yet
 */
public record Hold(PaymentAttempt preAuthorisation, boolean inDoubt) {

    /** The hold on a sale, if there is one, by all of the sale's attempts. */
    public static Optional<Hold> of(List<PaymentAttempt> attempts) {
        return attempts.stream()
                .filter(a -> a.kind() == PaymentKind.PRE_AUTHORISATION)
                .filter(a -> a.state().isOpen() || (a.moved() && !isOver(a, attempts)))
                .reduce((earlier, later) -> later)
                .map(a -> new Hold(a, a.state().isOpen() || isInDoubt(a, attempts)));
    }

    /** How much is held; what was asked for while that is not known yet. */
    public Money held() {
        return Objects.requireNonNullElse(preAuthorisation.approved(), preAuthorisation.amount());
    }

    private static boolean isOver(PaymentAttempt hold, List<PaymentAttempt> attempts) {
        return attempts.stream().anyMatch(a -> ends(a, hold) && a.moved());
    }

    private static boolean isInDoubt(PaymentAttempt hold, List<PaymentAttempt> attempts) {
        return attempts.stream().anyMatch(a -> ends(a, hold) && a.state().isOpen());
    }

    private static boolean ends(PaymentAttempt attempt, PaymentAttempt hold) {
        return hold.id().equals(attempt.originalId());
    }
}
