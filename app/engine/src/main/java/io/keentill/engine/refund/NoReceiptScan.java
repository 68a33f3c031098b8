package io.keentill.engine.refund;

import io.keentill.domain.text.Sentence;

/** What a code on goods without a receipt stands for. */
public sealed interface NoReceiptScan {

    /** These goods. */
    record Goods(NoReceiptWish.Goods goods) implements NoReceiptScan {}

    /** Nothing that this till knows. */
    record Unknown() implements NoReceiptScan {}

    /** It is known and cannot come back like this; the message says why and what to do. */
    record Refused(Sentence message) implements NoReceiptScan {}
}
