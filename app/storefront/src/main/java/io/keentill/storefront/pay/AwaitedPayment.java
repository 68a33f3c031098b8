package io.keentill.storefront.pay;

import io.keentill.domain.payment.PaymentAttempt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The payment whose outcome this screen waits for. The news may come before the screen knows that it waits. */
final class AwaitedPayment {

    private @Nullable String attemptId;
    private @Nullable String orderId;
    private @Nullable PaymentAttempt lastHeard;

    /** Waits for this one from now on; gives its outcome if it was heard already. */
    Optional<PaymentAttempt> await(String attempt, @Nullable String order) {
        attemptId = attempt;
        orderId = order;
        return Optional.ofNullable(lastHeard).filter(a -> a.id().equals(attempt));
    }

    /** Hears of an outcome; gives the order to look at if it is the one that is waited for. */
    Optional<String> hear(PaymentAttempt attempt) {
        lastHeard = attempt;
        if (!attempt.id().equals(attemptId)) {
            return Optional.empty();
        }
        Optional<String> order = Optional.ofNullable(orderId);
        attemptId = null;
        orderId = null;
        return order;
    }
}
