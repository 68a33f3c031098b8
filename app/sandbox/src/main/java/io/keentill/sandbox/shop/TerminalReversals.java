package io.keentill.sandbox.shop;

import io.keentill.sandbox.data.Work;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How a payment that a terminal took is given back at that terminal. */
@FunctionalInterface
public interface TerminalReversals {
    /**
     * Sends the reversal of a payment to the terminal that took it; its outcome comes later.
     *
     * @param payment of channel card_present
     * @param amountMinor 1 to what is left of it
     * @param whole whether to void the sale instead of refunding {@code amountMinor}
     * @param creditNote the credit note that it carries out, told of its end; null for none
     * @return the terminal payment of the reversal
     */
    ObjectNode start(Work work, ObjectNode payment, long amountMinor, boolean whole, @Nullable String creditNote);
}
