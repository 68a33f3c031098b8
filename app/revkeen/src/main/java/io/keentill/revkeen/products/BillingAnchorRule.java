package io.keentill.revkeen.products;

/** Which day of a period is billed. */
public enum BillingAnchorRule {
    SAME_DAY,
    DAY_OF_MONTH,
    LAST_DAY
}
