package io.keentill.revkeen.billing;

/** How often a plan bills (section B.24). */
public enum BillingInterval {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR
}
