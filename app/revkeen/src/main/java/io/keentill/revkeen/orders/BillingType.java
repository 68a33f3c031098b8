package io.keentill.revkeen.orders;

/** Whether an order is paid once or again and again. */
public enum BillingType {
    ONE_TIME,
    RECURRING
}
