package io.keentill.revkeen.disputes;

/** States of a dispute (section C.6). */
public enum DisputeStatus {
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    WON,
    LOST,
    WARNING_CLOSED,
    WARNING_NEEDS_RESPONSE
}
