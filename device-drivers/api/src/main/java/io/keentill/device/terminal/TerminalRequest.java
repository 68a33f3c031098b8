package io.keentill.device.terminal;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentKind;

/** What a terminal is asked to do. Amounts are above zero. */
public sealed interface TerminalRequest {

    /** Our own reference, unique for ever. */
    String reference();

    /** How much. */
    Money amount();

    /** Which kind of attempt this is. */
    PaymentKind kind();

    /** Take {@code amount}. */
    record Sale(String reference, Money amount) implements TerminalRequest {
        @Override
        public PaymentKind kind() {
            return PaymentKind.SALE;
        }
    }

    /** Give {@code amount} back to a card presented now. */
    record Refund(String reference, Money amount) implements TerminalRequest {
        @Override
        public PaymentKind kind() {
            return PaymentKind.REFUND;
        }
    }

    /**
     * Undo an unsettled payment as a whole.
     *
     * @param original what the terminal said of it; names it by receipt number, trace or transaction id
     */
    record Reversal(String reference, Money amount, CardDetails original) implements TerminalRequest {
        @Override
        public PaymentKind kind() {
            return PaymentKind.REVERSAL;
        }
    }
}
