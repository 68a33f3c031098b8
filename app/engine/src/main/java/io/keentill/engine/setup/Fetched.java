package io.keentill.engine.setup;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** What fetching a whole list page by page came to. */
sealed interface Fetched<T> {

    /** All of it; {@code unreadable} says what is wrong with each item that had to be left out. */
    record All<T>(List<T> items, List<String> unreadable) implements Fetched<T> {}

    /** A page could not be had. */
    record Failed<T>(ApiResult<?> why) implements Fetched<T> {}

    /** Somebody stopped it. */
    record Stopped<T>() implements Fetched<T> {}

    /** Fetches all of it and tells {@code progress} how many items there are after each page. */
    static <T> Fetched<T> all(Listing<T> listing, DownloadWatch watch, IntConsumer progress) {
        List<T> items = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        String position = null;
        do {
            if (watch.cancelled()) {
                return new Stopped<>();
            }
            ApiResult<Slice<T>> page = listing.from(position);
            if (!(page instanceof ApiResult.Ok<Slice<T>> ok)) {
                return new Failed<>(page);
            }
            items.addAll(ok.value().items());
            unreadable.addAll(ok.value().unreadable());
            position = ok.value().next();
            progress.accept(items.size());
        } while (position != null);
        return new All<>(items, unreadable);
    }
}
