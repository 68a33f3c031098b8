package io.keentill.revkeen.integrations;

/** State of an integration. */
public enum IntegrationStatus {
    CONNECTED,
    ERROR,
    SYNCING,
    IDLE
}
