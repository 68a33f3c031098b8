package io.keentill.engine.office;

import io.keentill.domain.text.Sentence;
import java.time.Instant;

/** How asking for an approval with a PIN went. */
public sealed interface ApprovalResult {

    /** Approved, and journalled with who asked and what for. */
    record Granted(Approval approval) implements ApprovalResult {}

    /** Whoever has this PIN may not approve this; journalled too. */
    record NotTheirs(String name) implements ApprovalResult {}

    /** Nobody has this PIN. */
    record WrongPin(int triesLeft) implements ApprovalResult {}

    /** Too many wrong PINs on this till. */
    record LockedOut(Instant until) implements ApprovalResult {}

    /** Could not be checked or written down; the message says why. */
    record NotPossible(Sentence message) implements ApprovalResult {}
}
