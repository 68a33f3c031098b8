package io.keentill.revkeen.integrations;

/** What a synchronisation was started as. */
public enum SyncJobType {
    SCHEDULED,
    MANUAL,
    SINGLE_RETRY,
    BATCH_RETRY
}
