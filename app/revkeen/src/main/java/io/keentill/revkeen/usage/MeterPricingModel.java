package io.keentill.revkeen.usage;

/** How usage is priced (section B.25). */
public enum MeterPricingModel {
    PER_UNIT,
    GRADUATED,
    VOLUME,
    PACKAGE
}
