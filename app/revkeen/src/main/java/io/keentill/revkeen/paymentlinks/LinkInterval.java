package io.keentill.revkeen.paymentlinks;

/** How often a recurring price is charged (inferred from prices, section B.5). */
public enum LinkInterval {
    DAY,
    WEEK,
    MONTH,
    YEAR
}
