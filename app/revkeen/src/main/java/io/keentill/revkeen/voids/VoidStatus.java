package io.keentill.revkeen.voids;

/** States of a void (section C.6). */
public enum VoidStatus {
    PENDING,
    PROCESSING,
    SUCCEEDED,
    FAILED
}
