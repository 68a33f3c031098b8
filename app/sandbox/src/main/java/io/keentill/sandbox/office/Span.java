package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Call;
import io.keentill.sandbox.api.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A time span in UTC.
 *
 * @param from its first moment
 * @param to the moment after its last
 */
record Span(Instant from, Instant to) {
    /** The span of {@code startDate} and {@code endDate}; what is left out makes it the {@code days} up to now. */
    static Span of(Call call, int days) {
        Instant end = Moments.end(call, "endDate");
        Instant to = end == null ? call.work().now() : end;
        Instant start = Moments.param(call, "startDate");
        return checked(start == null ? to.minus(Duration.ofDays(days)) : start, to, "endDate");
    }

    /** The span of {@code startDate} and {@code endDate}, both required. */
    static Span needed(Call call) {
        for (String name : List.of("startDate", "endDate")) {
            if (call.param(name) == null) {
                throw Refusal.invalid(name, name + " is required.");
            }
        }
        return of(call, 0);
    }

    /** A span that does not end before it starts; 400 otherwise. */
    static Span checked(Instant from, Instant to, String param) {
        if (to.isBefore(from)) {
            throw Refusal.invalid(param, "The end of the period is before its start.");
        }
        return new Span(from, to);
    }

    /** The span of the same length just before. */
    Span before() {
        return new Span(from.minus(Duration.between(from, to)), from);
    }

    /** Its length in days, with fractions. */
    double days() {
        return Duration.between(from, to).toMillis() / 86_400_000.0;
    }

    /** Whether a moment is in it. */
    boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** The first day of the {@code granularity} (day, week, month, quarter, year) that a moment is in. */
    static LocalDate start(Instant moment, String granularity) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return switch (granularity) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case "year" -> day.withDayOfYear(1);
            default -> day;
        };
    }

    /** The first day of the period after the one that starts at {@code start}. */
    static LocalDate next(LocalDate start, String granularity) {
        return switch (granularity) {
            case "week" -> start.plusWeeks(1);
            case "month" -> start.plusMonths(1);
            case "quarter" -> start.plusMonths(3);
            case "year" -> start.plusYears(1);
            default -> start.plusDays(1);
        };
    }

    /** A moment as answers write it. */
    static String text(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}
