package io.keentill.revkeen.subscriptions;

/** States of a subscription (section C.5); the API also knows incomplete and unpaid ones in filters and texts. */
public enum SubscriptionStatus {
    TRIALING,
    ACTIVE,
    PAST_DUE,
    PAUSED,
    CANCELED,
    EXPIRED,
    INCOMPLETE,
    INCOMPLETE_EXPIRED,
    PENDING,
    UNPAID
}
