package io.keentill.domain.money;

/** Two amounts of different currencies met in one sum: a bug in the caller, since nothing here converts currencies. */
public final class CurrencyMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Names both amounts. */
    public CurrencyMismatchException(Money left, Money right) {
        super("Cannot combine " + left + " with " + right);
    }
}
