package io.keentill.engine.sync;

import io.keentill.engine.ApiWords;
import io.keentill.engine.setup.WhyNot;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Slice;
import io.keentill.store.DuplicateCodeException;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows a list that has no filter for what changed: reads it page by page from beginning to end, compares, and writes
 * what differs. What is not there any more at the end is forgotten. A page and how far it led are one transaction.
 *
 * @param kind under which {@link Tx#saveRemote} keeps them; null where they are kept otherwise
 * @param taker stores one; what it refuses with an {@link IllegalArgumentException} is named and left out
 */
record ListFeed<T>(
        TillStore store,
        String name,
        Duration every,
        @Nullable String kind,
        Supplier<Listing<T>> listing,
        Function<T, String> id,
        Taker<T> taker)
        implements Feed {

    /** Stores one in a transaction. */
    @FunctionalInterface
    interface Taker<T> {
        void take(Tx tx, T item, long pass);
    }

    /** How far it got: which time through the list, and where in it. */
    private record Progress(long pass, @Nullable String position) {

        static Progress parse(Optional<String> text) {
            String[] parts = text.orElse("1;").split(";", 2);
            return new Progress(Long.parseLong(parts[0]), parts[1].isEmpty() ? null : parts[1]);
        }

        String text() {
            return pass + ";" + (position == null ? "" : position);
        }
    }

    private String setting() {
        return "download." + name;
    }

    @Override
    public Step step() throws StoreException {
        Progress at = Progress.parse(store.read(view -> view.setting(setting())));
        ApiResult<Slice<T>> result = listing.get().from(at.position());
        return switch (result) {
            case ApiResult.Ok<Slice<T>> ok -> {
                store.write(tx -> {
                    keep(tx, ok.value(), at);
                    return ok;
                });
                yield new Step(new Answer.Accepted(ok.status(), ""), ok.value().next() == null);
            }
            case ApiResult.Refused<Slice<T>> no -> refused(no.error(), at);
            case ApiResult.Unreachable<Slice<T>> lost -> new Step(Answer.unreachable(ApiWords.lost(lost)), false);
        };
    }

    private void keep(Tx tx, Slice<T> slice, Progress at) {
        slice.unreadable().forEach(named -> LeftOut.noteUnreadable(tx, name, named, at.pass()));
        for (T item : slice.items()) {
            try {
                taker.take(tx, item, at.pass());
            } catch (IllegalArgumentException | DuplicateCodeException e) {
                LeftOut.note(tx, name, id.apply(item), WhyNot.of(e), at.pass());
            }
        }
        if (slice.next() != null) {
            tx.putSetting(setting(), new Progress(at.pass(), slice.next()).text());
            return;
        }
        if (kind != null) {
            tx.forgetRemotesBefore(kind, at.pass());
        }
        LeftOut.forgetBefore(tx, name, at.pass());
        tx.putSetting(setting(), new Progress(at.pass() + 1, null).text());
    }

    /** A place in the list that RevKeen does not know any more means from the beginning. */
    private Step refused(ApiError error, Progress at) throws StoreException {
        Answer answer = Answer.of(error);
        boolean lost = at.position() != null && answer instanceof Answer.Never;
        if (lost) {
            store.write(tx -> {
                tx.putSetting(setting(), new Progress(at.pass() + 1, null).text());
                return tx;
            });
        } else if (answer instanceof Answer.Denied || answer instanceof Answer.Never) {
            store.write(tx -> {
                LeftOut.note(tx, name, "all", ApiWords.full(error), at.pass());
                return tx;
            });
        }
        return new Step(answer, !lost && (answer instanceof Answer.Denied || answer instanceof Answer.Never));
    }
}
