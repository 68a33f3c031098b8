package io.keentill.revkeen.paymentintents;

/** What the payer has to do next. */
public enum NextActionType {
    REDIRECT_TO_URL,
    USE_STRIPE_SDK,
    DISPLAY_BANK_TRANSFER_INSTRUCTIONS
}
