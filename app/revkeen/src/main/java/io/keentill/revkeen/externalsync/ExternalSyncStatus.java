package io.keentill.revkeen.externalsync;

/** How a synchronisation stands. */
public enum ExternalSyncStatus {
    IDLE,
    SYNCING,
    SUCCESS,
    ERROR
}
