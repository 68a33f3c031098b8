package io.keentill.revkeen.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a list the next page begins, in each of the three ways of counting. */
record Position(@Nullable String after, long offset, int page) {
    static final Position START = new Position(null, 0, 1);

    Position after(List<String> ids) {
        return new Position(ids.isEmpty() ? after : ids.getLast(), offset + ids.size(), page + 1);
    }
}
