package io.keentill.engine.payment;

import io.keentill.device.terminal.Original;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts a stored intent into the words of the driver contract. */
final class Requests {

    private Requests() {}

    /**
     * The request for a stored intent.
     *
     * @param original what it refers to; null for none
     * @param linked whether a refund tells the terminal of it
     */
    static TerminalRequest of(PaymentAttempt intent, @Nullable PaymentAttempt original, boolean linked) {
        String reference = intent.reference();
        Money amount = intent.amount();
        return switch (intent.kind()) {
            case SALE -> new TerminalRequest.Sale(reference, amount);
            case REFUND ->
                new TerminalRequest.Refund(reference, amount, original == null || !linked ? null : earlier(original));
            case REVERSAL -> new TerminalRequest.Reversal(reference, amount, required(intent, original));
            case PRE_AUTHORISATION -> new TerminalRequest.PreAuthorisation(reference, amount);
            case COMPLETION -> new TerminalRequest.Completion(reference, amount, required(intent, original));
            case RELEASE -> new TerminalRequest.Release(reference, amount, required(intent, original));
        };
    }

    private static Original required(PaymentAttempt intent, @Nullable PaymentAttempt original) {
        if (original == null) {
            throw new IllegalArgumentException("A " + intent.kind() + " refers to a payment");
        }
        return earlier(original);
    }

    private static Original earlier(PaymentAttempt original) {
        Instant at = original.sentAt() == null ? original.createdAt() : original.sentAt();
        Money approved = original.approved() == null ? original.amount() : original.approved();
        String hint = original.recoveryHint() == null ? "" : original.recoveryHint();
        return new Original(original.reference(), approved, original.card(), at, hint);
    }
}
