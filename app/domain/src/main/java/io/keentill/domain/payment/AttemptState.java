package io.keentill.domain.payment;

import java.util.EnumSet;
import java.util.Set;

/**
 * The states of a payment attempt. INTENDED → SENT → one of APPROVED, DECLINED, CANCELLED, FAILED, UNKNOWN; UNKNOWN is
 * resolved by asking the terminal, or OVERRIDDEN by a manager with evidence.
 */
public enum AttemptState {
    /** Stored; no byte has left that could move money. */
    INTENDED,
    /** Stored just before the first such byte left. Found after a restart, it means UNKNOWN. */
    SENT,
    /** Money moved, or was undone for a reversal. */
    APPROVED,
    /** Refused by card, terminal or issuer. Nothing moved. */
    DECLINED,
    /** Stopped by customer or clerk. Nothing moved. */
    CANCELLED,
    /** Certainly nothing moved, for a technical reason. */
    FAILED,
    /** Nobody here knows. The terminal is asked until it tells. */
    UNKNOWN,
    /** Could not be asked; a manager decided on evidence. */
    OVERRIDDEN;

    private static final Set<AttemptState> OPEN = EnumSet.of(INTENDED, SENT, UNKNOWN);
    private static final Set<AttemptState> ANSWERS = EnumSet.of(APPROVED, DECLINED, CANCELLED, FAILED);

    /** Whether the outcome is still to come; an open attempt blocks its terminal and its order. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether an attempt may go from this state to {@code next}. */
    public boolean allows(AttemptState next) {
        return switch (this) {
            case INTENDED -> next == SENT || next == FAILED || next == CANCELLED;
            case SENT -> ANSWERS.contains(next) || next == UNKNOWN;
            case UNKNOWN -> ANSWERS.contains(next) || next == OVERRIDDEN;
            case APPROVED, DECLINED, CANCELLED, FAILED, OVERRIDDEN -> false;
        };
    }
}
