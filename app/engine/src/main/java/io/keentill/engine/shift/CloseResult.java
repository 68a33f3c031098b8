package io.keentill.engine.shift;

import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.ShiftFigures.OpenItem;
import io.keentill.domain.shift.ZReport;
import io.keentill.domain.text.Sentence;
import java.time.Instant;
import java.util.List;

/** How closing a shift went. Only {@link Closed} changed anything. */
public sealed interface CloseResult {

    /** Closed; this is its report. */
    record Closed(ZReport report) implements CloseResult {}

    /** Nobody counted yet, or cash moved since: count (again). */
    record CountFirst(Sentence message) implements CloseResult {}

    /** The difference is larger than the shop lets pass: say why. */
    record ReasonNeeded(DrawerCount count, Sentence message) implements CloseResult {}

    /** Nobody knows the outcome of these payments: resolve them, or have a manager accept that with a PIN. */
    record PaymentsOpen(List<OpenItem> payments, Sentence message) implements CloseResult {}

    /** Nobody has this PIN. */
    record WrongPin(int triesLeft) implements CloseResult {}

    /** Too many wrong PINs on this till. */
    record LockedOut(Instant until) implements CloseResult {}

    /** Not possible; the message says why and what to do. */
    record Refused(Sentence message) implements CloseResult {}
}
