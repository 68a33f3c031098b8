package io.keentill.revkeen.subscriptions;

/** When a cancellation takes effect (section B.24). */
public enum CancelMode {
    IMMEDIATELY,
    PERIOD_END
}
