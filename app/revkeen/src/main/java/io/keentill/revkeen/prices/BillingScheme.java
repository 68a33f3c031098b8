package io.keentill.revkeen.prices;

/** Whether each unit costs the same. */
public enum BillingScheme {
    PER_UNIT,
    TIERED
}
