package io.keentill.engine.refund;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.text.Sentence;

/** How giving money back went. Whatever it says is already stored. */
public sealed interface RefundResult {

    /** All of it went back, or all but what was given up; the refund has its number. Hand over the cash parts. */
    record Given(Refund refund) implements RefundResult {}

    /**
     * The card part did not go back, and certainly nothing moved for it: the attempt says why. The refund is abandoned if
     * nothing had gone back before, else it waits to be continued or given up.
     */
    record NotGiven(Refund refund, PaymentAttempt attempt) implements RefundResult {}

    /**
     * Nobody knows yet whether the card part went back. The till keeps asking the terminal, the amount is set aside
     * meanwhile, and the refund goes on from there.
     */
    record NotKnown(Refund refund, PaymentAttempt attempt) implements RefundResult {}

    /** Something went back, and the rest waits to be continued or given up; the message says why it did not go on. */
    record PartGiven(Refund refund, Sentence message) implements RefundResult {}

    /** Given up before anything went back. */
    record Abandoned(Refund refund) implements RefundResult {}

    /** Not even begun, or not continued; the message says why and what to do. Nothing moved. */
    record Refused(Sentence message) implements RefundResult {}
}
