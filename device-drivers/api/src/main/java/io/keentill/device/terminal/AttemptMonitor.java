package io.keentill.device.terminal;

/**
 * The till's side of a running attempt. Its two commit points are what makes payments survive a crash: a driver calls
 * {@link #sending} before the first byte that could move money, and {@link #outcome} before it confirms a result to the
 * terminal. Both return only when it is durable.
 */
public interface AttemptMonitor {

    /**
     * Called once, right before the first byte that could move money.
     *
     * @param recoveryHint what {@link PaymentTerminal#query} will need to recognise this attempt later; may be empty
     * @throws NotDurableException if it could not be stored: the driver must send nothing and return Failed
     */
    void sending(String recoveryHint) throws NotDurableException;

    /** Something for clerk or customer to read. Never decides anything. */
    void progress(Progress progress);

    /**
     * Called with the result before it is confirmed to the terminal. Calling it again with an equal outcome does nothing.
     * A terminal whose receipts come after its result is told of twice: the second time with the receipts, all else equal.
     *
     * @throws NotDurableException if it could not be stored: the driver must not confirm, so that the terminal undoes the
     *     payment where its protocol lets it, and must return Unknown
     */
    void outcome(Outcome outcome) throws NotDurableException;
}
