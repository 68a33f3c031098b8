package io.keentill.device.terminal;

import io.keentill.domain.money.Money;

/** How closing the terminal's day went. */
public sealed interface Settlement {

    /**
     * Closed.
     *
     * @param count payments in it
     * @param total what the terminal booked, refunds taken off
     */
    record Closed(int count, Money total) implements Settlement {}

    /** Not closed; {@code message} says why and what to do. The day stays open. */
    record NotClosed(String message) implements Settlement {}
}
