package io.keentill.revkeen.discounts;

/** How long a discount lasts on a subscription. */
public enum RecurringType {
    ONCE,
    FOREVER,
    REPEATING
}
