package io.keentill.revkeen.analytics;

/** Why a customer might be won back. */
public enum OpportunityType {
    CANCELLED_SUBSCRIPTION,
    REPEAT_ABANDONER,
    LAPSED_CUSTOMER
}
