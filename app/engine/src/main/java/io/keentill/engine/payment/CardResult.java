package io.keentill.engine.payment;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;

/** How a card payment went, as stored. */
public sealed interface CardResult {

    /** Paid, wholly or in part: {@code order} says whether something is still due. */
    record Paid(Order order, PaymentAttempt attempt) implements CardResult {}

    /** Not paid, and certainly nothing moved: declined, cancelled or failed; the attempt says which and why. */
    record NotPaid(Order order, PaymentAttempt attempt) implements CardResult {}

    /** Nobody knows yet. The till keeps asking the terminal; no second charge for this order until it is known. */
    record NotKnown(Order order, PaymentAttempt attempt) implements CardResult {}

    /** Not even begun; the message says why and what to do. Nothing moved. */
    record Refused(Sentence message) implements CardResult {}
}
