package io.keentill.store;

import io.keentill.domain.refund.NoReceiptReturn;

/** Returns without a receipt, to be added to. */
public interface NoReceiptTx extends NoReceiptView {

    /** The number of the next one, from 1. Without gaps, since it is given back when the transaction fails. */
    long nextNumber();

    /** Leaves so many numbers out: after a restore from a backup none is given again that is on paper. */
    void skipNumbers(long howMany);

    /**
     * Stores one, whole and for good; it belongs to the shift that is open or will be opened next.
     *
     * @throws IllegalArgumentException if an amount is in another currency than the return
     */
    void add(NoReceiptReturn back);
}
