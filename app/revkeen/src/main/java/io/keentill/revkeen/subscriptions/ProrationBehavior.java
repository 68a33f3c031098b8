package io.keentill.revkeen.subscriptions;

/** How a change of plan or quantity is charged (section B.24). */
public enum ProrationBehavior {
    INVOICE_IMMEDIATELY,
    NEXT_INVOICE,
    NONE
}
