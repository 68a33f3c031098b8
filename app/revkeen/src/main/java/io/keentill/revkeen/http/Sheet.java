package io.keentill.revkeen.http;

import io.keentill.revkeen.Page;
import io.keentill.revkeen.http.Envelope.Step;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page as received.
 *
 * @param items in order
 * @param ids of the items; null for one that has none
 * @param hasMore whether more is there, whether or not it can be had
 * @param continues whether a next page can be asked for
 * @param total null when not said
 */
record Sheet<T>(
        List<T> items,
        List<@Nullable String> ids,
        boolean hasMore,
        boolean continues,
        @Nullable Long total) {

    Page<T> page() {
        return new Page<>(items, hasMore, total);
    }

    /** The last id, null when there is none. */
    @Nullable
    String lastId() {
        return ids.isEmpty() ? null : ids.getLast();
    }

    static <T> Sheet<T> read(Fields top, Envelope envelope, Position at, int asked, Function<Fields, T> reader) {
        if (!top.hasList(envelope.member())) {
            throw new MalformedReplyException("the list has no \"" + envelope.member() + "\"");
        }
        List<@Nullable String> ids = new ArrayList<>();
        List<T> items = top.list(envelope.member(), f -> {
            ids.add(f.text("id"));
            return reader.apply(f);
        });
        Count count = Count.of(top);
        boolean more = !items.isEmpty() && more(count, envelope.step(), at, items.size(), asked);
        boolean continues = more && envelope.step() != Step.LIMITED && envelope.step() != Step.WHOLE;
        Sheet<T> sheet = new Sheet<>(items, ids, more, continues, count.total());
        if (continues && envelope.step() == Step.CURSOR) {
            sheet.checkCursor(at);
        }
        return sheet;
    }

    private void checkCursor(Position at) {
        if (lastId() == null) {
            throw new MalformedReplyException("the list does not move on: its last item has no id");
        }
        if (lastId().equals(at.after())) {
            throw new MalformedReplyException("the list does not move on: the same last id came twice");
        }
    }

    /** What the server says first; else its total; else a short page is the last. */
    private static boolean more(Count count, Step step, Position at, int got, int asked) {
        if (step == Step.WHOLE) {
            return false;
        }
        if (count.hasMore() != null) {
            return count.hasMore();
        }
        if (step == Step.PAGE && count.totalPages() != null) {
            return at.page() < count.totalPages();
        }
        if (step != Step.CURSOR && count.total() != null) {
            return at.offset() + got < count.total();
        }
        return got >= Math.min(asked, count.limit() == null ? asked : count.limit());
    }
}
