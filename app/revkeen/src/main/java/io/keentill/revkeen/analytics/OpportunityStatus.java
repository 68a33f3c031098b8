package io.keentill.revkeen.analytics;

/** How far winning a customer back has come. */
public enum OpportunityStatus {
    IDENTIFIED,
    CONTACTED,
    CONVERTED,
    DECLINED,
    EXPIRED
}
