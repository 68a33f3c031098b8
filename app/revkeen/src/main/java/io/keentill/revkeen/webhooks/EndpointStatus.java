package io.keentill.revkeen.webhooks;

/** Whether an endpoint gets deliveries. */
public enum EndpointStatus {
    ENABLED,
    DISABLED
}
