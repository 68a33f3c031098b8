package io.keentill.domain.payment;

/** How something was paid. */
public enum TenderType {
    /** Notes and coins. */
    CASH,
    /** A card on a terminal. */
    CARD
}
