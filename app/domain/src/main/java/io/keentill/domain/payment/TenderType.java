package io.keentill.domain.payment;

/** How something was paid. */
public enum TenderType {
    /** Notes and coins. */
    CASH,
    /** A card on a terminal. */
    CARD,
    /** Online, by a link that the till showed. */
    LINK,
    /** With goods of an earlier sale that came back: no money moved, it had been paid before. */
    EXCHANGE
}
