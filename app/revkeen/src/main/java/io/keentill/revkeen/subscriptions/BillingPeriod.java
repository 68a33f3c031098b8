package io.keentill.revkeen.subscriptions;

/** How often a subscription bills (section B.24). */
public enum BillingPeriod {
    DAY,
    WEEK,
    MONTH,
    YEAR
}
