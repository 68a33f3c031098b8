package io.keentill.revkeen.paymentmethods;

/** Whether a stored payment method can be used. */
public enum PaymentMethodStatus {
    ACTIVE,
    INACTIVE,
    EXPIRED
}
