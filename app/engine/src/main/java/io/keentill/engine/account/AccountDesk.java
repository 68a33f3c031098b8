package io.keentill.engine.account;

/**
 * What RevKeen knows of whoever buys, and the payment of what they owe.
 *
 * <p>An invoice becomes an order of its own kind: one line for exactly what is due, sold alone, which makes neither a second
 * invoice nor an order at RevKeen. It is paid as any sale is, but right before each payment {@link #ready} has to be asked:
 * the till refuses the money otherwise. Methods block for the network, a few seconds at most; keep them off the queue that
 * scans wait in.
 */
public interface AccountDesk {

    /** What RevKeen tells of this customer now. Nothing of it is kept. */
    Account ask(String customerId);

    /** Takes what is due on an invoice onto the counter, which must be free. */
    TakeResult take(String invoiceId, String operator);

    /** Asks again whether the invoice that this order pays can still be paid as it was taken in. */
    Readiness ready(String orderId);
}
