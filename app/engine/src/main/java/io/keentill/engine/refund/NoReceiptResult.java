package io.keentill.engine.refund;

import io.keentill.domain.refund.NoReceiptReturn;
import io.keentill.domain.text.Sentence;

/** How a return without a receipt went. Whatever it says is already stored. */
public sealed interface NoReceiptResult {

    /**
     * It is booked: hand out its cash, once.
     *
     * @param before whether it was booked before, and this was only asked again
     */
    record Given(NoReceiptReturn back, boolean before) implements NoReceiptResult {}

    /**
     * Nothing is booked: the last return of this shift was of the very same goods for the same prices. Either this is that
     * one, whose cash is handed out once and no more, or it is another one, and whoever wants it says so.
     */
    record TheSame(NoReceiptReturn last) implements NoReceiptResult {}

    /** Nothing is booked; the message says why and what to do. Nothing moved. */
    record Refused(Sentence message) implements NoReceiptResult {}
}
