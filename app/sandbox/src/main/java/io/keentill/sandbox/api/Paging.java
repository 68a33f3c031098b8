package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list envelopes of the platform (API reference A.7). An oversize {@code limit} is clamped to 100 (ruling H 6);
 * lists run newest first, except the page-numbered ones, which run oldest first so that pages stay put while objects
 * are added. A cursor names a place in the list's order, so that pages neither repeat nor skip objects when rows are
 * added meanwhile.
 */
public final class Paging {
    /** Cursor both ways: {@code {object, data, has_more}}. */
    public static final Paging P1 =
            new Paging(Style.CURSOR, true, (body, page, call) -> body.put("has_more", page.more()));
    /** Cursor both ways: {@code {object, data, has_more, url}}. */
    public static final Paging P2 = new Paging(
            Style.CURSOR,
            true,
            (body, page, call) -> body.put("has_more", page.more()).put("url", page.url()));
    /** Cursor both ways: {@code {object, data, has_more, url, total_count}}; setup intents. */
    public static final Paging P1_COUNTED = new Paging(
            Style.COUNTED,
            true,
            (body, page, call) ->
                    body.put("has_more", page.more()).put("url", page.url()).put("total_count", page.total()));
    /** Cursor both ways: {@code {object, data, has_more}}; a customer's invoices, subscriptions, orders, payments. */
    public static final Paging P3 = P1;
    /** Forward cursor: {@code {data, meta:{count, limit}}}. */
    public static final Paging P4 = new Paging(Style.FORWARD, false, Envelopes::counted);
    /** The whole list: {@code {data, meta:{count}}}. */
    public static final Paging P5 = new Paging(
            Style.WHOLE, false, (body, page, call) -> body.putObject("meta").put("count", page.count()));
    /** Offset: {@code {data, requestId}}. */
    public static final Paging P6 =
            new Paging(Style.OFFSET, false, (body, page, call) -> body.put("requestId", call.requestId()));
    /** Offset: {@code {data, pagination:{limit, offset, total}}}. */
    public static final Paging P7 = new Paging(Style.OFFSET, false, Envelopes::offset);
    /** As {@link #P7} with 50 to a page; whoever uses it adds {@code customer:{id, email, name}}. */
    public static final Paging P8 = P7.usual(50);
    /** Offset: {@code {data, meta:{total, limit, offset, has_more}}}. */
    public static final Paging P9 = new Paging(
            Style.OFFSET,
            false,
            (body, page, call) -> Envelopes.meta(body, page).put("has_more", page.more()));
    /** Offset: {@code {data, meta:{payout_id, total, limit, offset}}}, the payout from the path's {@code {id}}. */
    public static final Paging P9B = new Paging(Style.OFFSET, false, Envelopes::payout);
    /** Page number: {@code {data, pagination:{page, limit, total, totalPages}}}. */
    public static final Paging P10 = new Paging(Style.PAGE, false, (body, page, call) -> Envelopes.pages(body, page));
    /** Page number: {@code {data, pagination:{page, limit, total, totalPages, kind}}}. */
    public static final Paging P11 = new Paging(
            Style.PAGE, false, (body, page, call) -> Envelopes.pages(body, page).put("kind", "offset"));
    /** Page number as {@code pageSize}: {@code {alerts, total, page, pageSize}}; see {@link #under}. */
    public static final Paging P12 = new Paging(Style.PAGE_SIZE, false, Envelopes::pageSize);
    /** Offset, 50 to a page: {@code {threads, total, limit, offset}}; see {@link #under}. */
    public static final Paging P13 = new Paging(Style.OFFSET, false, Envelopes::flat).usual(50);
    /** Meters: offset, 50 to a page: {@code {data, pagination:{limit, offset, count}}}. */
    public static final Paging P14_METERS = new Paging(Style.OFFSET, false, Envelopes::meters).usual(50);
    /** Usage events: {@code limit} of 100 only: {@code {object, data, has_more}}. */
    public static final Paging P14_USAGE = new Paging(Style.FIRST, true, P1.envelope).usual(100);
    /** Credit note lines: {@code limit} of 100 only: {@code {object, data, has_more, url}}. */
    public static final Paging P14_LINES = new Paging(Style.FIRST, true, P2.envelope).usual(100);
    /** Customer meters: the whole list: {@code {object, data, has_more:false, url}}. */
    public static final Paging P14_CUSTOMER_METERS = new Paging(Style.WHOLE, true, P2.envelope);
    /** Open disputes: {@code limit} only: {@code {data}}; whoever uses it adds {@code meta}. */
    public static final Paging P14_OPEN = new Paging(Style.FIRST, false, (body, page, call) -> {});
    /** Automations: {@code limit} of 25 only: {@code {object, data}}. */
    public static final Paging P14_AUTOMATIONS = new Paging(Style.FIRST, true, (body, page, call) -> {}).usual(25);
    /** Payment attempts: {@code limit} only: {@code {data, meta:{count, limit}}}. */
    public static final Paging P14_ATTEMPTS = new Paging(Style.FIRST, false, Envelopes::counted);

    static final int MOST = 100;
    private static final int USUAL = 20;

    private final Style style;
    private final boolean list;
    private final Envelope envelope;
    private final int usual;
    private final String name;

    /** How a page is chosen. */
    private enum Style {
        CURSOR,
        COUNTED,
        FORWARD,
        OFFSET,
        PAGE,
        PAGE_SIZE,
        FIRST,
        WHOLE
    }

    /** Adds to {@code body} what surrounds the items. */
    @FunctionalInterface
    private interface Envelope {
        void around(ObjectNode body, Page page, Call call);
    }

    private Paging(Style style, boolean list, Envelope envelope) {
        this(style, list, envelope, USUAL, "data");
    }

    private Paging(Style style, boolean list, Envelope envelope, int usual, String name) {
        this.style = style;
        this.list = list;
        this.envelope = envelope;
        this.usual = usual;
        this.name = name;
    }

    /** The same with another {@code limit} when the request names none. */
    public Paging usual(int limit) {
        return new Paging(style, list, envelope, limit, name);
    }

    /** The same with the items under another name than {@code data}. */
    public Paging under(String items) {
        return new Paging(style, list, envelope, usual, items);
    }

    /** The asked page of the stored objects in {@code query}, each without what stays inside. */
    public ObjectNode answer(Call call, Query query, String path) {
        return answer(call, new PageSource.Stored(query, call.work().tx()), path);
    }

    /** The asked page of {@code items}, which are in the list's order and need ids where cursors are used. */
    public ObjectNode answer(Call call, List<ObjectNode> items, String path) {
        return answer(call, new PageSource.Made(items), path);
    }

    private ObjectNode answer(Call call, PageSource source, String path) {
        Page page = page(call, source, path);
        ObjectNode body = Json.object();
        if (list) {
            body.put("object", "list");
        }
        ArrayNode data = body.putArray(name);
        page.items().forEach(item -> data.add(Resource.visible(item)));
        envelope.around(body, page, call);
        return body;
    }

    private Page page(Call call, PageSource source, String path) {
        String size = style == Style.PAGE_SIZE ? "pageSize" : "limit";
        int limit = (int) Math.min(MOST, number(call, size, usual, 1));
        String url = "/v2" + path;
        return switch (style) {
            case CURSOR, COUNTED, FORWARD -> {
                @Nullable String before = style == Style.FORWARD ? null : call.param("ending_before");
                long total = style == Style.COUNTED ? source.count() : 0; // before the cursor narrows it
                PageSource.Slice slice = source.around(call.param("starting_after"), before, limit);
                yield new Page(slice.items(), slice.more(), total, limit, 0, 1, url);
            }
            case OFFSET -> slice(source, limit, number(call, "offset", 0, 0), 1, url);
            case PAGE, PAGE_SIZE -> {
                long page = Math.min(number(call, "page", 1, 1), Integer.MAX_VALUE);
                yield slice(source.oldestFirst(), limit, (page - 1) * limit, page, url);
            }
            case FIRST -> slice(source, limit, 0, 1, url);
            case WHOLE -> slice(source, Integer.MAX_VALUE, 0, 1, url);
        };
    }

    private static Page slice(PageSource source, int limit, long offset, long number, String url) {
        long total = source.count();
        List<ObjectNode> items = source.slice(limit, offset);
        return new Page(items, offset + items.size() < total, total, limit, offset, number, url);
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

    /** A filled page; {@code more} says whether the list goes on. */
    record Page(List<ObjectNode> items, boolean more, long total, int limit, long offset, long number, String url) {
        int count() {
            return items.size();
        }
    }
}
