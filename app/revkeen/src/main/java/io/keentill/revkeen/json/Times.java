package io.keentill.revkeen.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times in the forms that the API writes (section A.9). */
final class Times {
    private static final int DATE = 10;
    private static final int SECONDS = 20;

    private Times() {}

    /** An ISO 8601 time, or a date as its start in UTC; {@link java.time.DateTimeException} when it is neither. */
    static Instant parse(String text) {
        if (text.length() == DATE) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (text.length() == SECONDS && isPlain(text)) {
            return plain(text);
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Whether it has the form {@code 2026-05-01T09:00:00Z}, which nearly all have and which need no formatter. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < SECONDS; i++) {
            char c = text.charAt(i);
            boolean fits = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == 'T';
                case 13, 16 -> c == ':';
                case 19 -> c == 'Z';
                default -> c >= '0' && c <= '9';
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Instant plain(String text) {
        LocalDateTime time = LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19));
        return time.toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
