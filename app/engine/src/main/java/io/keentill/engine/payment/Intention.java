package io.keentill.engine.payment;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.text.Sentence;
import io.keentill.store.Tx;
import org.jspecify.annotations.Nullable;

/** Something that a terminal is to do, checked and stored in one transaction before anything leaves. */
public interface Intention {

    /** Whether what is stored allows it, and what it comes to on {@code terminal}. Changes nothing. */
    Checked check(Tx tx, String terminal);

    /** Runs in the same transaction once the intent is stored: whatever has to be stored with it. */
    default void stored(Tx tx, PaymentAttempt intent) {
        // Most intents stand for themselves.
    }

    /** What a check came to. */
    sealed interface Checked {

        /**
         * Go on.
         *
         * @param reference of the attempt; null for a new one
         * @param orderId the sale it is about; null for none
         * @param originalId the attempt it refers to; null for none
         * @param linked whether a refund tells the terminal of the payment it gives back
         */
        record Allowed(
                @Nullable String reference,
                @Nullable String orderId,
                PaymentKind kind,
                Money amount,
                @Nullable String originalId,
                boolean linked)
                implements Checked {}

        /** Not allowed; nothing is stored. */
        record Refused(Sentence message) implements Checked {}
    }
}
