package io.keentill.revkeen.imports;

/** States of an import (section C.6). */
public enum ImportStatus {
    PENDING,
    VALIDATING,
    PROCESSING,
    COMPLETED,
    COMPLETED_WITH_ERRORS,
    FAILED
}
