package io.keentill.engine.payment;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;

/** How a test payment went, with both outcomes: taking the money and giving it back. */
public sealed interface TestPaymentResult {

    /** Not even begun; the message says why and what to do. Nothing moved. */
    record Refused(Sentence message) implements TestPaymentResult {}

    /** The terminal was asked and took nothing: declined, cancelled, or certainly failed. */
    record NotTaken(PaymentAttempt sale) implements TestPaymentResult {}

    /** Nobody knows yet whether money was taken. The till keeps asking the terminal; nothing may be repeated. */
    record NotKnown(PaymentAttempt sale) implements TestPaymentResult {}

    /** Taken and given back as a whole: the terminal works both ways. */
    record GivenBack(PaymentAttempt sale, PaymentAttempt back) implements TestPaymentResult {}

    /**
     * Taken, and not known to be given back. It stays a task until it is.
     *
     * @param message what happened to the attempt to give it back, and what to do
     */
    record Kept(PaymentAttempt sale, Sentence message) implements TestPaymentResult {}
}
