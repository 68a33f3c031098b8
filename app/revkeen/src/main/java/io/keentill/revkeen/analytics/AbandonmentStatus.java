package io.keentill.revkeen.analytics;

/** What became of an abandoned checkout. */
public enum AbandonmentStatus {
    OPEN,
    RECOVERED,
    EXPIRED,
    DISMISSED
}
