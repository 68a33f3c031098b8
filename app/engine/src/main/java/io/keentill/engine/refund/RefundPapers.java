package io.keentill.engine.refund;

import io.keentill.domain.receipt.Receipt;
import java.util.List;

/** The receipts of refunds. */
public interface RefundPapers {

    /**
     * The receipt of a closed refund for the customer, followed by the shop's own where money went back to a card; empty
     * for a refund that is not closed.
     *
     * @param copy marks them as copies
     */
    List<Receipt> of(String refundId, boolean copy);

    /** Queues them for the printer; trouble is told as a notice. Returns at once. */
    void print(String refundId, boolean copy);

    /**
     * The customer's receipt of a return without a receipt, followed by the one that the shop keeps; empty for none.
     *
     * @param copy marks them as copies
     */
    List<Receipt> ofReturn(String returnId, boolean copy);

    /** Queues those for the printer; trouble is told as a notice. Returns at once. */
    void printReturn(String returnId, boolean copy);
}
