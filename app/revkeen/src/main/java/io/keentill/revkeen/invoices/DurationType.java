package io.keentill.revkeen.invoices;

/** How long the subscription that an invoice begins lasts. */
public enum DurationType {
    UNTIL_CANCELLED,
    FIXED_CYCLES,
    END_DATE
}
