package io.keentill.revkeen.customers;

/** States in the list of a customer's subscriptions. */
public enum CustomerSubscriptionStatus {
    ACTIVE,
    CANCELED,
    PAST_DUE,
    TRIALING,
    PAUSED,
    EXPIRED,
    PENDING
}
