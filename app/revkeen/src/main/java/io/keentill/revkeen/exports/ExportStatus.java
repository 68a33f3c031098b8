package io.keentill.revkeen.exports;

/** States of an export (section C.6). */
public enum ExportStatus {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED
}
