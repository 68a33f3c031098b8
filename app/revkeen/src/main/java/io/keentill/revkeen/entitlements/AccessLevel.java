package io.keentill.revkeen.entitlements;

/** How much of a benefit a customer may use. */
public enum AccessLevel {
    FULL,
    PARTIAL,
    NONE
}
