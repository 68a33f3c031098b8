package io.keentill.revkeen.prices;

/** How a price is found. */
public enum PricingModel {
    FIXED,
    PAY_WHAT_YOU_WANT,
    FREE
}
