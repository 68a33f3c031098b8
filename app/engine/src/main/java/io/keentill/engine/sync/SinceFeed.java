package io.keentill.engine.sync;

import io.keentill.engine.ApiWords;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.Slice;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows a list that can be asked for what was made since a moment: reads from the newest that was seen, by RevKeen's
 * clock, with an overlap in which what changed later is seen again. A page and how far it led are one transaction.
 *
 * @param overlap how long before the newest the next time begins
 * @param listing what was made since then; everything for null
 * @param madeAt when one was made, by RevKeen's clock
 * @param taker stores one
 */
record SinceFeed<T>(
        TillStore store,
        String name,
        Duration every,
        Duration overlap,
        Function<@Nullable Instant, Listing<T>> listing,
        Function<T, @Nullable Instant> madeAt,
        Taker<T> taker)
        implements Feed {

    /** Stores one in a transaction, or leaves it where it is no business of this till. */
    @FunctionalInterface
    interface Taker<T> {
        void take(Tx tx, T item);
    }

    /**
     * Where it is.
     *
     * @param since from this moment on; null for all there are
     * @param newest the newest seen on this way through
     */
    private record Progress(
            @Nullable Instant since,
            @Nullable Instant newest,
            @Nullable String position) {

        static Progress parse(Optional<String> text) {
            String[] parts = text.orElse(";;").split(";", 3);
            return new Progress(instant(parts[0]), instant(parts[1]), parts[2].isEmpty() ? null : parts[2]);
        }

        String text() {
            return (since == null ? "" : since) + ";" + (newest == null ? "" : newest) + ";"
                    + (position == null ? "" : position);
        }

        private static @Nullable Instant instant(String text) {
            return text.isEmpty() ? null : Instant.parse(text);
        }

        Progress seen(@Nullable Instant made) {
            boolean newer = made != null && (newest == null || made.isAfter(newest));
            return newer ? new Progress(since, made, position) : this;
        }

        Progress after(@Nullable String next, Duration overlap) {
            if (next != null) {
                return new Progress(since, newest, next);
            }
            return new Progress(newest == null ? since : newest.minus(overlap), null, null);
        }
    }

    private String setting() {
        return "download." + name;
    }

    @Override
    public Step step() throws StoreException {
        Progress at = Progress.parse(store.read(view -> view.setting(setting())));
        return switch (listing.apply(at.since()).from(at.position())) {
            case ApiResult.Ok<Slice<T>> ok -> kept(ok.value(), at);
            case ApiResult.Refused<Slice<T>> no -> refused(Answer.of(no.error()), at);
            case ApiResult.Unreachable<Slice<T>> lost -> new Step(Answer.unreachable(ApiWords.lost(lost)), false);
        };
    }

    private Step kept(Slice<T> slice, Progress at) throws StoreException {
        store.write(tx -> {
            slice.unreadable().forEach(named -> LeftOut.noteUnreadable(tx, name, named, 1));
            Progress progress = at;
            for (T one : slice.items()) {
                taker.take(tx, one);
                progress = progress.seen(madeAt.apply(one));
            }
            tx.putSetting(setting(), progress.after(slice.next(), overlap).text());
            return tx;
        });
        return new Step(new Answer.Accepted(200, ""), slice.next() == null);
    }

    /** A place in the list that RevKeen does not know any more means from the beginning. */
    private Step refused(Answer answer, Progress at) throws StoreException {
        if (answer instanceof Answer.Never && at.position() != null) {
            store.write(tx -> {
                tx.putSetting(setting(), new Progress(at.since(), null, null).text());
                return tx;
            });
            return new Step(answer, false);
        }
        return new Step(answer, answer instanceof Answer.Never || answer instanceof Answer.Denied);
    }
}
