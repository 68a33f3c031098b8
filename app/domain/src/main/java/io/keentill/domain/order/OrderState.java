package io.keentill.domain.order;

/** Where an order stands. OPEN ⇄ PARKED; OPEN → PAID when nothing is due; OPEN or PARKED → CANCELLED if nothing was paid. */
public enum OrderState {
    /** On the counter. */
    OPEN,
    /** Set aside under a name, to be recalled. */
    PARKED,
    /** Closed: fully paid, with a receipt number. Never changes again. */
    PAID,
    /** Closed without a sale, or because it was finished in data that are lost. Never changes again. */
    CANCELLED
}
