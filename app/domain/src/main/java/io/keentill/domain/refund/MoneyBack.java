package io.keentill.domain.refund;

/** To which tenders of a sale its money goes back; never to one more than it took. */
public enum MoneyBack {
    /** To the cards first, what they did not pay in cash. */
    AS_PAID,
    /** To the cards alone. */
    CARD,
    /** In cash alone, such as when the terminal is away. */
    CASH
}
