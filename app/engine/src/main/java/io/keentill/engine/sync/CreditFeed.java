package io.keentill.engine.sync;

import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.Slice;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.store.RemoteObject;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows credit notes on this till's sales: what another till gave back is known by them alone. Newest first since the
 * newest that was seen, by RevKeen's clock, with an overlap.
 */
final class CreditFeed implements Feed {

    private static final String SETTING = "download.credits";
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final TillStore store;
    private final RevKeen api;

    CreditFeed(TillStore store, RevKeen api) {
        this.store = store;
        this.api = api;
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

        Progress seen(CreditNote one) {
            Instant made = one.createdAt();
            boolean newer = made != null && (newest == null || made.isAfter(newest));
            return newer ? new Progress(since, made, position) : this;
        }

        Progress after(@Nullable String next) {
            if (next != null) {
                return new Progress(since, newest, next);
            }
            return new Progress(newest == null ? since : newest.minus(OVERLAP), null, null);
        }
    }

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Step step() throws StoreException {
        Progress at = Progress.parse(store.read(view -> view.setting(SETTING)));
        Instant since = at.since();
        CreditNoteQuery query =
                since == null ? CreditNoteQuery.any() : CreditNoteQuery.any().withCreatedAfter(since);
        return switch (api.creditNotes().list(query).from(at.position())) {
            case ApiResult.Ok<Slice<CreditNote>> ok -> kept(ok.value(), at);
            case ApiResult.Refused<Slice<CreditNote>> no -> refused(Answer.of(no.error()), at);
            case ApiResult.Unreachable<Slice<CreditNote>> lost -> new Step(Answer.unreachable(lost.message()), false);
        };
    }

    private Step kept(Slice<CreditNote> slice, Progress at) throws StoreException {
        store.write(tx -> {
            slice.unreadable().forEach(why -> LeftOut.note(tx, name(), why.split(":", 2)[0], why, 1));
            Progress progress = at;
            for (CreditNote one : slice.items()) {
                take(tx, one);
                progress = progress.seen(one);
            }
            tx.putSetting(SETTING, progress.after(slice.next()).text());
            return tx;
        });
        return new Step(new Answer.Accepted(200, ""), slice.next() == null);
    }

    /** A place in the list that RevKeen does not know any more means from the beginning. */
    private Step refused(Answer answer, Progress at) throws StoreException {
        if (answer instanceof Answer.Never && at.position() != null) {
            store.write(tx -> {
                tx.putSetting(SETTING, new Progress(at.since(), null, null).text());
                return tx;
            });
            return new Step(answer, false);
        }
        return new Step(answer, answer instanceof Answer.Never || answer instanceof Answer.Denied);
    }

    /** Keeps what belongs to a sale of this till; the rest is no business of it. */
    static void take(Tx tx, CreditNote one) {
        tx.outboxByRemote(OutboxKind.INVOICE.key(), one.invoiceId()).ifPresent(sale -> {
            String content = JournalText.of(
                            "status", one.status().toString(), "amount", one.amountMinor(), "currency", one.currency())
                    .with(
                            "method",
                            one.creditMethod() == null
                                    ? null
                                    : one.creditMethod().toString())
                    .with("reason", one.reason())
                    .json();
            tx.saveRemote(new RemoteObject(BackElsewhere.CREDIT_NOTE, one.id(), sale.saleId(), "", content), 1);
        });
    }
}
