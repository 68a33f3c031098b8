package io.keentill.revkeen.creditnotes;

/** Why money is credited; the last two on the credit note of an invoice only. */
public enum CreditReason {
    CUSTOMER_REQUEST,
    DUPLICATE_CHARGE,
    SERVICE_ISSUE,
    BILLING_ERROR,
    SUBSCRIPTION_CANCELLATION,
    PRORATION,
    OTHER,
    PARTIAL_REFUND,
    GOODWILL
}
