package io.keentill.revkeen.invoices;

/** When its first period is charged. */
public enum FirstPaymentBehavior {
    CHARGE_FIRST_CYCLE_NOW,
    DEFER_FIRST_CYCLE_TO_START_DATE
}
