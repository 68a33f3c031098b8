package io.keentill.revkeen.subscriptions;

/** How pressing a dunning phase is (section B.24). */
public enum DunningSeverity {
    INFO,
    WARNING,
    CRITICAL
}
