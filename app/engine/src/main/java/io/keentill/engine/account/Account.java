package io.keentill.engine.account;

/**
 * What RevKeen tells of a customer; each part is asked for by itself, and may be told where the other is not.
 *
 * @param entitlements what they may use
 * @param invoices what they have still to pay, without the sales of this shop's tills
 */
public record Account(Seen<Entitled> entitlements, Seen<OpenInvoice> invoices) {

    /** Nothing is known. */
    public static final Account UNKNOWN = new Account(new Seen.NotReachable<>(), new Seen.NotReachable<>());
}
