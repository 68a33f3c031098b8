package io.keentill.engine.payment;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;

/** How a payment, refund or reversal went that belongs to no order of the till. */
public sealed interface DirectResult {

    /** It ran; the attempt, as stored, says how it ended or that nobody knows yet. */
    record Ran(PaymentAttempt attempt) implements DirectResult {}

    /** Not even begun; the message says why and what to do. Nothing moved. */
    record Refused(Sentence message) implements DirectResult {}
}
