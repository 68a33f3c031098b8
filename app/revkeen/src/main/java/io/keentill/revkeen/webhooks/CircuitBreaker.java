package io.keentill.revkeen.webhooks;

/** Whether deliveries to an endpoint are held back after failures. */
public enum CircuitBreaker {
    CLOSED,
    OPEN,
    HALF_OPEN
}
