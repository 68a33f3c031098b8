package io.keentill.domain.shop;

/** What somebody may do; each role includes the ones before it. */
public enum Role {
    /** Sells. */
    CLERK,
    /** Refunds, voids, closes the day, decides on unknown payments. */
    MANAGER,
    /** Sets up tills and terminals. */
    INSTALLER
}
