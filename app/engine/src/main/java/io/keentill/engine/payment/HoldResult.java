package io.keentill.engine.payment;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;

/** How holding money on a card, or letting go of it, went. Whatever it says is already stored. */
public sealed interface HoldResult {

    /** Done: held (perhaps less than asked for, the attempt says how much) or let go. */
    record Done(PaymentAttempt attempt) implements HoldResult {}

    /** Not done, and certainly nothing changed on the card; the attempt says why. */
    record NotDone(PaymentAttempt attempt) implements HoldResult {}

    /** Nobody knows yet. The till keeps asking the terminal; the sale waits meanwhile. */
    record NotKnown(PaymentAttempt attempt) implements HoldResult {}

    /** Not even begun; the message says why and what to do. */
    record Refused(Sentence message) implements HoldResult {}
}
