package io.keentill.revkeen.paymentmethods;

/** What sort of bank account. */
public enum BankAccountType {
    CHECKING,
    SAVINGS
}
