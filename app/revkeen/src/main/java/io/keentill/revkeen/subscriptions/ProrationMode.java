package io.keentill.revkeen.subscriptions;

/** What becomes of the unused part of a period (section B.24). */
public enum ProrationMode {
    IMMEDIATE,
    NEXT_INVOICE,
    NONE
}
