package io.keentill.engine.shift;

import io.keentill.domain.money.Money;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;
import io.keentill.domain.text.Sentence;

/** How a step in a shift went. Whatever it says is already stored. */
public sealed interface ShiftResult {

    /**
     * A shift is open.
     *
     * @param cashBefore cash from sales since the last close, which belongs to it and is not part of the float
     */
    record Opened(Shift shift, Money cashBefore) implements ShiftResult {}

    /** Cash moved. */
    record Moved(Shift shift, CashMovement movement) implements ShiftResult {}

    /**
     * A count is committed.
     *
     * @param needsReason whether the difference is so large that closing asks for a reason
     */
    record Counted(Shift shift, DrawerCount count, boolean needsReason) implements ShiftResult {}

    /** Not possible; nothing changed. The message says why and what to do. */
    record Refused(Sentence message) implements ShiftResult {}
}
