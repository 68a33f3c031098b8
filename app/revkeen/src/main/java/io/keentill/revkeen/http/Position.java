package io.keentill.revkeen.http;

import org.jspecify.annotations.Nullable;

/** Where in a list the next page begins, in each of the three ways of counting. */
record Position(@Nullable String after, long offset, int page) {
    static final Position START = new Position(null, 0, 1);

    Position after(Sheet<?> sheet) {
        String last = sheet.lastId();
        return new Position(last == null ? after : last, offset + sheet.items().size(), page + 1);
    }
}
