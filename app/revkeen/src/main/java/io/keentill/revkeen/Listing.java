package io.keentill.revkeen;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of the API, fetched page by page when asked for. Each of the API's envelopes (section A.7) is walked in its own
 * way; where neither {@code has_more} nor a total is given, a page shorter than asked for is the last.
 *
 * @param <T> one item
 */
public interface Listing<T> {

    /** The same list with this many items per request, 1 to 100; 100 unless set, to spare the rate limit. */
    Listing<T> pageSize(int items);

    /** The first page only. */
    ApiResult<Page<T>> firstPage();

    /**
     * One page from a position on. An item that cannot be read is named and left out instead of failing its page.
     *
     * @param position a {@link Slice#next} of this list, perhaps of an earlier run; null for the beginning. Where items
     *     are counted, those added or removed meanwhile may make one come twice or be passed over.
     * @throws IllegalArgumentException for a position that is none
     */
    ApiResult<Slice<T>> from(@Nullable String position);

    /** Everything up to {@code most} items, or the first failure; a failure gives no partial list. */
    ApiResult<List<T>> all(int most);

    /**
     * Everything, lazily: a page is fetched when its first item is reached. An item that moves to a later page while new
     * ones are added is given once. A list that takes only a limit gives its newest 100; {@link Page#hasMore} of its first
     * page tells whether there were more.
     *
     * @throws ApiFailureException from the stream's operation when a page cannot be had
     */
    Stream<T> stream();
}
