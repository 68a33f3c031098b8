package io.keentill.engine.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;

/** What this shop's policy says of goods that come back without a receipt, right now. */
public sealed interface NoReceiptTerms {

    /**
     * They may, for cash.
     *
     * @param limit the most that one return gives, tax included
     */
    record Allowed(Money limit) implements NoReceiptTerms {}

    /** They may not; the message says why and what to do. */
    record NotNow(Sentence message) implements NoReceiptTerms {}
}
