package io.keentill.revkeen.http;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Page;
import io.keentill.revkeen.Slice;
import io.keentill.revkeen.json.Fields;
import io.keentill.revkeen.json.MalformedReplyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Walks a list in its envelope. */
record PagedListing<T>(
        Caller caller, String path, Paths.Query query, Envelope envelope, Function<Fields, T> reader, int size)
        implements Listing<T> {

    PagedListing {
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("a page has 1 to 100 items, not " + size);
        }
    }

    @Override
    public Listing<T> pageSize(int items) {
        return new PagedListing<>(caller, path, query, envelope, reader, items);
    }

    @Override
    public ApiResult<Page<T>> firstPage() {
        return fetch(Position.START).map(Sheet::page);
    }

    @Override
    public ApiResult<Slice<T>> from(@Nullable String position) {
        Position at = Position.parse(position);
        List<String> unreadable = new ArrayList<>();
        Function<Fields, Optional<T>> lenient = item -> {
            try {
                return Optional.of(reader.apply(item));
            } catch (MalformedReplyException e) {
                unreadable.add(item.textOr("id", "without an id") + ": " + e.getMessage());
                return Optional.empty();
            }
        };
        return new PagedListing<>(caller, path, query, envelope, lenient, size)
                .fetch(at)
                .map(sheet -> new Slice<>(
                        sheet.items().stream().flatMap(Optional::stream).toList(),
                        unreadable,
                        sheet.continues() ? at.after(sheet).text() : null));
    }

    @Override
    public ApiResult<List<T>> all(int most) {
        List<T> all = new ArrayList<>();
        Walk walk = new Walk();
        while (all.size() < most) {
            ApiResult<Sheet<T>> result = walk.next();
            if (!(result instanceof ApiResult.Ok<Sheet<T>> ok)) {
                return result.map(_ -> List.of());
            }
            all.addAll(walk.fresh(ok.value()));
            if (!ok.value().continues() || all.size() >= most) {
                return ok.map(_ -> limited(all, most));
            }
        }
        throw new IllegalArgumentException("most must be above zero, not " + most);
    }

    @Override
    public Stream<T> stream() {
        return StreamSupport.stream(
                () -> Spliterators.spliteratorUnknownSize(new Items(), java.util.Spliterator.ORDERED),
                java.util.Spliterator.ORDERED,
                false);
    }

    private static <T> List<T> limited(List<T> all, int most) {
        return Collections.unmodifiableList(all.size() > most ? all.subList(0, most) : all);
    }

    private ApiResult<Sheet<T>> fetch(Position position) {
        Paths.Query asked = query.copy();
        if (envelope.step() != Envelope.Step.WHOLE) {
            asked.put(envelope.sizeName(), size);
        }
        switch (envelope.step()) {
            case CURSOR -> asked.put("starting_after", position.after());
            case OFFSET -> asked.put("offset", position.offset() == 0 ? null : position.offset());
            case PAGE -> asked.put("page", position.page());
            case LIMITED, WHOLE -> {}
        }
        return caller.getTop(path + asked.text(), top -> Sheet.read(top, envelope, position, size, reader));
    }

    /** The pages one after the other; knows what was given already. */
    private final class Walk {
        private Position position = Position.START;
        private final Set<String> seen = new HashSet<>();
        private int stale;

        /** New rows may push one whole page of known ones back; two in a row are a server that turns in circles. */
        ApiResult<Sheet<T>> next() {
            if (stale > 1) {
                return new ApiResult.Refused<>(ErrorReader.stuck());
            }
            ApiResult<Sheet<T>> result = fetch(position);
            if (result instanceof ApiResult.Ok<Sheet<T>> ok) {
                position = position.after(ok.value());
            }
            return result;
        }

        List<T> fresh(Sheet<T> sheet) {
            List<T> items = new ArrayList<>();
            for (int i = 0; i < sheet.items().size(); i++) {
                String id = sheet.ids().get(i);
                if (id == null || seen.add(id)) {
                    items.add(sheet.items().get(i));
                }
            }
            stale = items.isEmpty() ? stale + 1 : 0;
            return items;
        }
    }

    private final class Items implements Iterator<T> {
        private final Walk walk = new Walk();
        private Iterator<T> current = Collections.emptyIterator();
        private boolean more = true;

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && more) {
                Sheet<T> sheet = walk.next().orThrow();
                current = walk.fresh(sheet).iterator();
                more = sheet.continues();
            }
            return current.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
