package io.keentill.domain.payment;

import java.util.List;

/**
 * Text that a terminal without a printer of its own had the till print for a payment, line by line, without card numbers.
 *
 * @param merchant what the shop keeps
 * @param customer what the customer gets
 */
public record TerminalSlip(List<String> merchant, List<String> customer) {

    /** Nothing to print. */
    public static final TerminalSlip NONE = new TerminalSlip(List.of(), List.of());

    /** Copies the lists. */
    public TerminalSlip {
        merchant = List.copyOf(merchant);
        customer = List.copyOf(customer);
    }

    /** Whether there is nothing to print. */
    public boolean isEmpty() {
        return merchant.isEmpty() && customer.isEmpty();
    }
}
