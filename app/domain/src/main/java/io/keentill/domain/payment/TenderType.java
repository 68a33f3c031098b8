package io.keentill.domain.payment;

/** How something was paid. */
public enum TenderType {
    /** Notes and coins. */
    CASH,
    /** A card on a terminal. */
    CARD,
    /** Online, by a link that the till showed. */
    LINK;

    /**
     * What money of it goes back as. A link is paid with a card on RevKeen's page, which no terminal here can name, so its
     * money goes back to a card, and never in cash.
     */
    public TenderType goesBackAs() {
        return this == CASH ? CASH : CARD;
    }
}
