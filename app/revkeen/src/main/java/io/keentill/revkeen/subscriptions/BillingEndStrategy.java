package io.keentill.revkeen.subscriptions;

/** When a subscription stops billing (section B.24). */
public enum BillingEndStrategy {
    INDEFINITE,
    ON_DATE,
    AFTER_CYCLES
}
