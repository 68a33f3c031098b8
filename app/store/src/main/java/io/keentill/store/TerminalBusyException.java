package io.keentill.store;

import io.keentill.domain.payment.PaymentAttempt;

/** A terminal has an attempt whose outcome is still to come, so it cannot be given another. */
public final class TerminalBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PaymentAttempt open;

    /** @param open the attempt that keeps the terminal busy */
    public TerminalBusyException(PaymentAttempt open) {
        super("Terminal " + open.terminal() + " is busy with payment " + open.reference() + " (" + open.state()
                + "). Wait for its outcome or resolve it first.");
        this.open = open;
    }

    /** The attempt that keeps the terminal busy. */
    public PaymentAttempt open() {
        return open;
    }
}
