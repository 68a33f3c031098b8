package io.keentill.sandbox.recurring;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * How long a billing period is and where it ends. Periods of months and years end on an anchor day; in a shorter month
 * on its last day, without forgetting the anchor day for the months after it.
 *
 * @param unit what is counted
 * @param count how many units make a period, at least 1
 * @param anchorDay day of the month, 1 to 31; of no meaning for days and weeks
 * @param zone whose calendar counts
 */
record Cadence(Unit unit, int count, int anchorDay, ZoneId zone) {

    /** The units of a period. */
    enum Unit {
        /** Days. */
        DAY(0),
        /** Weeks. */
        WEEK(0),
        /** Months. */
        MONTH(1),
        /** Three months. */
        QUARTER(3),
        /** Six months. */
        HALF_YEAR(6),
        /** Years. */
        YEAR(12);

        private final int months;

        Unit(int months) {
            this.months = months;
        }

        /** The API's word for this unit. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The unit that a word of the API names. */
        static Unit of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A cadence that is anchored where it begins. */
    static Cadence from(Unit unit, int count, Instant start) {
        return new Cadence(unit, count, start.atZone(ZoneOffset.UTC).getDayOfMonth(), ZoneOffset.UTC);
    }

    /** The end of the period that begins at {@code start}: a whole period, or the short one up to the anchor day. */
    Instant next(Instant start) {
        ZonedDateTime from = start.atZone(zone);
        if (unit.months == 0) {
            return shifted(from, count).toInstant();
        }
        if (onAnchor(from)) {
            return shifted(from, count).toInstant();
        }
        ZonedDateTime here = anchored(from, YearMonth.from(from));
        return (here.isAfter(from) ? here : anchored(from, YearMonth.from(from).plusMonths(1))).toInstant();
    }

    /** The begin of the whole period that ends at {@code end}, where {@code end} is on the anchor. */
    Instant previous(Instant end) {
        return shifted(end.atZone(zone), -count).toInstant();
    }

    /** Whether a period that begins here is a whole one. */
    boolean isWhole(Instant start) {
        return unit.months == 0 || onAnchor(start.atZone(zone));
    }

    private ZonedDateTime shifted(ZonedDateTime from, long units) {
        return switch (unit) {
            case DAY -> from.plusDays(units);
            case WEEK -> from.plusWeeks(units);
            case MONTH, QUARTER, HALF_YEAR, YEAR ->
                anchored(from, YearMonth.from(from).plusMonths(units * unit.months));
        };
    }

    private boolean onAnchor(ZonedDateTime moment) {
        return moment.getDayOfMonth()
                == Math.min(anchorDay, YearMonth.from(moment).lengthOfMonth());
    }

    private ZonedDateTime anchored(ZonedDateTime timeOfDay, YearMonth month) {
        return month.atDay(Math.min(anchorDay, month.lengthOfMonth()))
                .atTime(timeOfDay.toLocalTime())
                .atZone(zone);
    }
}
