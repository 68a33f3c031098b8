package io.keentill.revkeen.http;

import io.keentill.revkeen.json.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The counters of a list, wherever its envelope has them: at the top (P1 to P3, P12, P13), in {@code meta} (P4, P5, P9) or
 * in {@code pagination} (P7, P8, P10, P11). P14's {@code count} is that of the page and says nothing about the rest.
 */
record Count(
        @Nullable Boolean hasMore,
        @Nullable Long total,
        @Nullable Long totalPages,
        @Nullable Long limit) {

    static Count of(Fields top) {
        Fields meta = top.object("meta");
        Fields pagination = top.object("pagination");
        Fields inner = meta != null ? meta : pagination != null ? pagination : top;
        Boolean more = top.has("has_more") ? top.flag("has_more") : inner.flag("has_more");
        Long limit = inner.has("limit") ? inner.number("limit") : inner.number("page_size");
        return new Count(more, total(inner), inner.number("total_pages"), limit);
    }

    private static @Nullable Long total(Fields inner) {
        return inner.has("total") ? inner.number("total") : inner.number("total_count");
    }
}
