package io.keentill.revkeen.entitlements;

/** States of an entitlement. */
public enum EntitlementStatus {
    ACTIVE,
    TRIALING,
    GRACE,
    PAST_DUE,
    RESTRICTED,
    SUSPENDED,
    CANCELED
}
