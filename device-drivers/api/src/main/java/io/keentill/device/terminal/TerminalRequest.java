package io.keentill.device.terminal;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a terminal is asked to do. Amounts are above zero. */
public sealed interface TerminalRequest {

    /** Our own reference, unique for ever. */
    String reference();

    /** How much. */
    Money amount();

    /** Which kind of attempt this is. */
    PaymentKind kind();

    /** The earlier payment it refers to. */
    default Optional<Original> earlier() {
        return Optional.empty();
    }

    /** Take {@code amount}. */
    record Sale(String reference, Money amount) implements TerminalRequest {
        @Override
        public PaymentKind kind() {
            return PaymentKind.SALE;
        }
    }

    /**
     * Give {@code amount} back.
     *
     * @param original the payment it gives back, no more than its amount; null for a card presented now, without a link
     */
    record Refund(String reference, Money amount, @Nullable Original original) implements TerminalRequest {

        /** To a card presented now, without a link to an earlier payment. */
        public Refund(String reference, Money amount) {
            this(reference, amount, null);
        }

        @Override
        public PaymentKind kind() {
            return PaymentKind.REFUND;
        }

        @Override
        public Optional<Original> earlier() {
            return Optional.ofNullable(original);
        }
    }

    /** Undo an unsettled payment as a whole: {@code amount} is what it approved. */
    record Reversal(String reference, Money amount, Original original) implements TerminalRequest {
        @Override
        public PaymentKind kind() {
            return PaymentKind.REVERSAL;
        }

        @Override
        public Optional<Original> earlier() {
            return Optional.of(original);
        }
    }

    /** Hold {@code amount} without taking it. */
    record PreAuthorisation(String reference, Money amount) implements TerminalRequest {
        @Override
        public PaymentKind kind() {
            return PaymentKind.PRE_AUTHORISATION;
        }
    }

    /** Take {@code amount}, no more than was held, and let go of the rest. */
    record Completion(String reference, Money amount, Original original) implements TerminalRequest {
        @Override
        public PaymentKind kind() {
            return PaymentKind.COMPLETION;
        }

        @Override
        public Optional<Original> earlier() {
            return Optional.of(original);
        }
    }

    /** Let go of all that was held: {@code amount} is what the pre-authorisation approved. */
    record Release(String reference, Money amount, Original original) implements TerminalRequest {
        @Override
        public PaymentKind kind() {
            return PaymentKind.RELEASE;
        }

        @Override
        public Optional<Original> earlier() {
            return Optional.of(original);
        }
    }
}
