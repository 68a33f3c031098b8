package io.keentill.revkeen.usage;

/** States of a meter (section B.25). */
public enum MeterStatus {
    ACTIVE,
    ARCHIVED,
    DRAFT
}
