package io.keentill.revkeen.webhooks;

/** States of a delivery (section C.6). */
public enum DeliveryStatus {
    PENDING,
    SUCCEEDED,
    FAILED,
    DEAD_LETTERED
}
