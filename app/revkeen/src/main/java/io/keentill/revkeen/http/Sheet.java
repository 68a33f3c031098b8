package io.keentill.revkeen.http;

import io.keentill.revkeen.Page;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page as received, with the ids its continuation needs. */
record Sheet<T>(
        List<T> items,
        List<String> ids,
        boolean hasMore,
        @Nullable Long total) {
    private record Item<T>(String id, T value) {}

    Page<T> page() {
        return new Page<>(items, hasMore, total);
    }

    static <T> Sheet<T> read(Fields top, Envelope envelope, Position at, int asked, Function<Fields, T> reader) {
        if (!top.hasList("data")) {
            throw new MalformedReplyException("the list has no \"data\"");
        }
        List<Item<T>> read = top.list("data", f -> new Item<>(f.needText("id"), reader.apply(f)));
        List<String> ids = read.stream().map(Item::id).toList();
        Count count = Count.of(top);
        boolean more = envelope != Envelope.WHOLE && !ids.isEmpty() && more(count, envelope, at, ids.size(), asked);
        if (more && ids.getLast().equals(at.after())) {
            throw new MalformedReplyException("the list does not move on: the same last id came twice");
        }
        return new Sheet<>(read.stream().map(Item::value).toList(), ids, more, count.total());
    }

    /** What the server says first; else its total; else a short page is the last. */
    private static boolean more(Count count, Envelope envelope, Position at, int got, int asked) {
        if (count.hasMore() != null) {
            return count.hasMore();
        }
        if (envelope == Envelope.PAGE && count.totalPages() != null) {
            return at.page() < count.totalPages();
        }
        if (envelope != Envelope.CURSOR && count.total() != null) {
            return at.offset() + got < count.total();
        }
        return got >= Math.min(asked, count.limit() == null ? asked : count.limit());
    }

    /** The counters, wherever the envelope has them: at the top, in {@code meta} or in {@code pagination}. */
    private record Count(
            @Nullable Boolean hasMore,
            @Nullable Long total,
            @Nullable Long totalPages,
            @Nullable Long limit) {

        static Count of(Fields top) {
            Fields meta = top.object("meta");
            Fields pagination = top.object("pagination");
            Fields inner = meta != null ? meta : pagination;
            if (inner == null) {
                return new Count(top.flag("has_more"), top.number("total_count"), null, null);
            }
            Boolean more = top.has("has_more") ? top.flag("has_more") : inner.flag("has_more");
            return new Count(more, inner.number("total"), inner.number("total_pages"), inner.number("limit"));
        }
    }
}
