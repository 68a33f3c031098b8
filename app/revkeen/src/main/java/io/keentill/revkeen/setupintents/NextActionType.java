package io.keentill.revkeen.setupintents;

/** What the customer is to do. */
public enum NextActionType {
    REDIRECT_TO_URL,
    USE_STRIPE_SDK
}
