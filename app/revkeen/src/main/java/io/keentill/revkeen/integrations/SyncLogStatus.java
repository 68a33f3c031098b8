package io.keentill.revkeen.integrations;

/** State of one synchronised thing. */
public enum SyncLogStatus {
    PENDING,
    SYNCING,
    SUCCESS,
    FAILED,
    SKIPPED
}
