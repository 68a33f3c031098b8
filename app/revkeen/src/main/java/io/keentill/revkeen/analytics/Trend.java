package io.keentill.revkeen.analytics;

/** Which way a figure goes. */
public enum Trend {
    IMPROVING,
    STABLE,
    DECLINING
}
