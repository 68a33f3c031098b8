package io.keentill.revkeen.analytics;

/** How much an abandoned checkout matters. */
public enum AbandonmentSeverity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
