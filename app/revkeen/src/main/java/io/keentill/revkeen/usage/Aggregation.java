package io.keentill.revkeen.usage;

/** How a meter makes one number of its events (section B.25). */
public enum Aggregation {
    SUM,
    COUNT,
    COUNT_UNIQUE,
    MAX,
    LAST
}
