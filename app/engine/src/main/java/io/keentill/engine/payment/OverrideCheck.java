package io.keentill.engine.payment;

import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import java.util.Locale;
import java.util.Optional;

/** Whether somebody may decide about a payment, in words for people. */
final class OverrideCheck {

    private OverrideCheck() {}

    /** What stands in the way of a decision; empty if nothing does. */
    static Optional<Sentence> problem(PaymentAttempt attempt, Evidence evidence) {
        return switch (attempt.state()) {
            case UNKNOWN -> evidence.problem(attempt.amount());
            case INTENDED, SENT ->
                Optional.of(Sentence.of(
                        "payment.this-payment-is-still-running-decide",
                        "This payment is still running. Decide only when the terminal cannot answer."));
            case OVERRIDDEN ->
                Optional.of(Sentence.of(
                        "payment.somebody-decided-about-this-payment-already",
                        "Somebody decided about this payment already."));
            case APPROVED, DECLINED, CANCELLED, FAILED ->
                Optional.of(Sentence.of(
                        "payment.the-terminal-has-answered-this-payment",
                        "The terminal has answered: this payment is {0}. Nothing is left to decide.",
                        said(attempt.state())));
        };
    }

    private static String said(AttemptState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
