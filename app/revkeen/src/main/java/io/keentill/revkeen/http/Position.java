package io.keentill.revkeen.http;

import org.jspecify.annotations.Nullable;

/** Where in a list the next page begins, in each of the three ways of counting. */
record Position(@Nullable String after, long offset, int page) {
    static final Position START = new Position(null, 0, 1);

    Position after(Sheet<?> sheet) {
        String last = sheet.lastId();
        return new Position(last == null ? after : last, offset + sheet.items().size(), page + 1);
    }

    /** As text to keep. */
    String text() {
        return page + "," + offset + "," + (after == null ? "" : after);
    }

    /** From kept text; the start for null. */
    static Position parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        String[] parts = text.split(",", 3);
        if (parts.length != 3 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("\\d{1,18}")) {
            throw new IllegalArgumentException("not a position in a list: " + text);
        }
        return new Position(parts[2].isEmpty() ? null : parts[2], Long.parseLong(parts[1]), Integer.parseInt(parts[0]));
    }
}
