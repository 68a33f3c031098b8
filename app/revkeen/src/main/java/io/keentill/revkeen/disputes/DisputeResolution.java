package io.keentill.revkeen.disputes;

/** How a dispute ended. */
public enum DisputeResolution {
    WON,
    LOST,
    WITHDRAWN
}
