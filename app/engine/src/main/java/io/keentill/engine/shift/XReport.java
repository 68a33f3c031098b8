package io.keentill.engine.shift;

import io.keentill.domain.shift.Shift;
import io.keentill.domain.shift.ShiftFigures;
import java.time.Instant;

/**
 * What happened in a shift so far.
 *
 * @param till the till's name
 * @param shift as it is; its count is there only once it is committed
 * @param figures so far
 * @param at when it was asked for
 */
public record XReport(String till, Shift shift, ShiftFigures figures, Instant at) {

    /**
     * Whether it may say what must be in the drawer: only after a count was committed, so that nobody counts towards a
     * figure.
     */
    public boolean showsExpected() {
        return shift.count() != null;
    }
}
