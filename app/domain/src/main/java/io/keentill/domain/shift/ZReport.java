package io.keentill.domain.shift;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The end of a shift, fixed for ever.
 *
 * @param number gap-free per till, from 1
 * @param till the till's name
 * @param shift closed, with the count it was closed on
 * @param figures what happened in it
 * @param differenceReason why counted and expected differ, where somebody had to say
 * @param acceptedBy id of the manager who accepted payments of which nobody knows the outcome; null if there were none
 * @param hash SHA-256 over the one before it and all of this, in lower-case hex
 */
public record ZReport(
        long number,
        String till,
        Shift shift,
        ShiftFigures figures,
        @Nullable String differenceReason,
        @Nullable String acceptedBy,
        String hash) {

    /** Refuses a shift that is not closed on a count. */
    public ZReport {
        if (shift.isOpen() || shift.count() == null) {
            throw new IllegalArgumentException("Shift " + shift.seq() + " is not closed on a count");
        }
    }

    /** The count it was closed on. */
    public DrawerCount count() {
        return Objects.requireNonNull(shift.count());
    }

    /** Payments that were open when it was closed. */
    public List<ShiftFigures.OpenItem> unknown() {
        return figures.open().stream()
                .filter(item -> item.kind() == ShiftFigures.OpenItem.Kind.PAYMENT_UNKNOWN)
                .toList();
    }
}
