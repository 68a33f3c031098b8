package io.keentill.engine.payment;

import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import java.time.Instant;

/** How deciding about an unknown payment went. */
public sealed interface OverrideResult {

    /** Decided, booked and journalled; the attempt is OVERRIDDEN, its terminal and its sale are free again. */
    record Decided(PaymentAttempt attempt) implements OverrideResult {}

    /** Not decided; the message says why and what to do. Nothing changed. */
    record Refused(Sentence message) implements OverrideResult {}

    /** Nobody has this PIN. Nothing changed. */
    record WrongPin(int triesLeft) implements OverrideResult {}

    /** Too many wrong PINs on this till. */
    record LockedOut(Instant until) implements OverrideResult {}
}
