package io.keentill.engine.account;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;

/** What RevKeen says of one invoice right now. */
public sealed interface InvoiceWord {

    /**
     * It can be paid.
     *
     * @param id RevKeen's
     * @param number for people
     * @param customerId whose it is
     * @param due all that is still to pay, above zero, in the shop's currency
     */
    record Payable(String id, String number, String customerId, Money due) implements InvoiceWord {}

    /** It cannot be paid here; the sentence says why. */
    record Not(Sentence why) implements InvoiceWord {}

    /** RevKeen could not be asked; the sentence says why. */
    record Silent(Sentence why) implements InvoiceWord {}
}
