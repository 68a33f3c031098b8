package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Where the items of a page come from: stored objects, or a list that was made for the answer. */
sealed interface PageSource {
    /** Items, and whether the list goes on behind them (before them when it was asked for backwards). */
    record Slice(List<ObjectNode> items, boolean more) {}

    /**
     * The items after one and before another, by their ids; either may be null. With only {@code before} they are the
     * ones next to it. An id that names no item is refused with 400.
     */
    Slice around(@Nullable String after, @Nullable String before, int limit);

    /** How many items there are. */
    long count();

    /** Up to {@code limit} items after skipping {@code offset}. */
    List<ObjectNode> slice(int limit, long offset);

    /** The same items with the oldest first, where age is known. */
    PageSource oldestFirst();

    /** Stored objects, newest first. */
    record Stored(Query query, Tx tx) implements PageSource {
        @Override
        public Slice around(@Nullable String after, @Nullable String before, int limit) {
            if (after != null) {
                query.olderThan(place("starting_after", after));
            }
            if (before != null) {
                query.newerThan(place("ending_before", before));
            }
            boolean backwards = before != null && after == null;
            if (backwards) {
                query.oldestFirst();
            }
            List<ObjectNode> found = query.fetch(tx, limit + 1L, 0);
            boolean more = found.size() > limit;
            List<ObjectNode> items = new ArrayList<>(more ? found.subList(0, limit) : found);
            if (backwards) {
                Collections.reverse(items);
            }
            return new Slice(items, more);
        }

        @Override
        public long count() {
            return query.count(tx);
        }

        @Override
        public List<ObjectNode> slice(int limit, long offset) {
            return query.fetch(tx, limit, offset);
        }

        @Override
        public PageSource oldestFirst() {
            query.oldestFirst();
            return this;
        }

        private long place(String param, String id) {
            Long place = query.placeOf(tx, id);
            if (place == null) {
                throw unknown(param, id);
            }
            return place;
        }
    }

    /** Items in the order in which they are to be shown. */
    record Made(List<ObjectNode> items) implements PageSource {
        @Override
        public Slice around(@Nullable String after, @Nullable String before, int limit) {
            int from = after == null ? 0 : place("starting_after", after) + 1;
            int to = before == null ? items.size() : place("ending_before", before);
            List<ObjectNode> between = items.subList(Math.min(from, to), to);
            if (between.size() <= limit) {
                return new Slice(between, false);
            }
            boolean backwards = before != null && after == null;
            int end = between.size();
            return new Slice(backwards ? between.subList(end - limit, end) : between.subList(0, limit), true);
        }

        @Override
        public long count() {
            return items.size();
        }

        @Override
        public List<ObjectNode> slice(int limit, long offset) {
            int from = (int) Math.min(offset, items.size());
            return items.subList(from, (int) Math.min((long) from + limit, items.size()));
        }

        @Override
        public PageSource oldestFirst() {
            return this;
        }

        private int place(String param, String id) {
            for (int i = 0; i < items.size(); i++) {
                if (id.equals(Json.text(items.get(i), "id"))) {
                    return i;
                }
            }
            throw unknown(param, id);
        }
    }

    private static Refusal unknown(String param, String id) {
        return Refusal.invalid(param, param + " names no object of this list: " + id + ".");
    }
}
