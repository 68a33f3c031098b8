package io.keentill.revkeen.invoices;

/** How money came in outside RevKeen. */
public enum OfflineMethod {
    CASH,
    CHECK,
    BANK_TRANSFER,
    OTHER
}
