package io.keentill.revkeen.analytics;

/** How long a point of a time series is. */
public enum Granularity {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
