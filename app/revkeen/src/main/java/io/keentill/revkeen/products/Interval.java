package io.keentill.revkeen.products;

/** The unit of a period. */
public enum Interval {
    DAY,
    WEEK,
    MONTH,
    YEAR
}
