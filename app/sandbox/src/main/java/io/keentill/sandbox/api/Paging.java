package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Tx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list envelopes of the platform (API reference A.7). An oversize {@code limit} is clamped to 100 (ruling H 6);
 * lists run newest first, except the page-numbered ones, which run oldest first so that pages stay put while objects
 * are added.
 */
public enum Paging {
    /** Cursor both ways: {@code {object, data, has_more}}. */
    P1,
    /** Cursor both ways: {@code {object, data, has_more, url}}. */
    P2,
    /** Forward cursor: {@code {data, meta:{count, limit}}}. */
    P4,
    /** Offset: {@code {data, requestId}}. */
    P6,
    /** Offset: {@code {data, pagination:{limit, offset, total}}}. */
    P7,
    /** Offset: {@code {data, meta:{total, limit, offset, has_more}}}. */
    P9,
    /** Page number: {@code {data, pagination:{page, limit, total, totalPages, kind}}}. */
    P11;

    private static final int MOST = 100;
    private static final int USUAL = 20;

    /** A filled page; {@code more} says whether the list goes on. */
    private record Page(List<ObjectNode> items, boolean more, long total, int limit, long offset, long number) {}

    /** The asked page of {@code query} in this envelope. */
    ObjectNode answer(Call call, Query query, String path, java.util.function.UnaryOperator<ObjectNode> view) {
        int limit = (int) Math.min(MOST, number(call, "limit", USUAL, 1));
        Page page = switch (this) {
            case P1, P2 -> cursor(call, query, limit, call.param("ending_before"));
            case P4 -> cursor(call, query, limit, null);
            case P6, P7, P9 -> offset(call, query, limit, number(call, "offset", 0, 0), 0);
            case P11 -> paged(call, query, limit);
        };
        ArrayNode data = Json.array();
        page.items().forEach(item -> data.add(view.apply(item)));
        return envelope(call, page, data, path);
    }

    private ObjectNode envelope(Call call, Page page, ArrayNode data, String path) {
        ObjectNode body = Json.object();
        if (this == P1 || this == P2) {
            body.put("object", "list");
        }
        body.set("data", data);
        switch (this) {
            case P1 -> body.put("has_more", page.more());
            case P2 -> body.put("has_more", page.more()).put("url", "/v2" + path);
            case P4 -> body.putObject("meta").put("count", data.size()).put("limit", page.limit());
            case P6 -> body.put("requestId", call.requestId());
            case P7 ->
                body.putObject("pagination")
                        .put("limit", page.limit())
                        .put("offset", page.offset())
                        .put("total", page.total());
            case P9 ->
                body.putObject("meta")
                        .put("total", page.total())
                        .put("limit", page.limit())
                        .put("offset", page.offset())
                        .put("has_more", page.more());
            case P11 ->
                body.putObject("pagination")
                        .put("page", page.number())
                        .put("limit", page.limit())
                        .put("total", page.total())
                        .put("totalPages", (page.total() + page.limit() - 1) / page.limit())
                        .put("kind", "offset");
        }
        return body;
    }

    private static Page cursor(Call call, Query query, int limit, @Nullable String endingBefore) {
        Tx tx = call.work().tx();
        String startingAfter = call.param("starting_after");
        if (startingAfter != null) {
            query.olderThan(place(query, tx, "starting_after", startingAfter));
        }
        boolean backwards = endingBefore != null && startingAfter == null;
        if (endingBefore != null) {
            query.newerThan(place(query, tx, "ending_before", endingBefore));
        }
        if (backwards) {
            query.oldestFirst();
        }
        List<ObjectNode> found = query.fetch(tx, limit + 1L, 0);
        boolean more = found.size() > limit;
        List<ObjectNode> items = new ArrayList<>(more ? found.subList(0, limit) : found);
        if (backwards) {
            Collections.reverse(items);
        }
        return new Page(items, more, items.size(), limit, 0, 1);
    }

    private static long place(Query query, Tx tx, String param, String id) {
        Long place = query.placeOf(tx, id);
        if (place == null) {
            throw Refusal.invalid(param, param + " names no object of this list: " + id + ".");
        }
        return place;
    }

    private static Page offset(Call call, Query query, int limit, long offset, long number) {
        Tx tx = call.work().tx();
        long total = query.count(tx);
        List<ObjectNode> items = query.fetch(tx, limit, offset);
        return new Page(items, offset + items.size() < total, total, limit, offset, number);
    }

    private static Page paged(Call call, Query query, int limit) {
        long number = Math.min(number(call, "page", 1, 1), Integer.MAX_VALUE);
        return offset(call, query.oldestFirst(), limit, (number - 1) * limit, number);
    }

    private static long number(Call call, String param, long usual, long least) {
        String text = call.param(param);
        if (text == null) {
            return usual;
        }
        long value = Filter.seconds(param, text);
        if (value < least) {
            throw Refusal.invalid(param, param + " must be at least " + least + ".");
        }
        return value;
    }

    /** {@code {data, meta:{count}}}: the list that is always sent whole (P5). */
    public static ObjectNode whole(List<? extends JsonNode> items) {
        ObjectNode body = Json.object();
        ArrayNode data = body.putArray("data");
        items.forEach(data::add);
        body.putObject("meta").put("count", items.size());
        return body;
    }
}
