package io.keentill.engine.sync;

import io.keentill.engine.ApiWords;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.LinkPayment;
import io.keentill.engine.book.SaleInvoice;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.Slice;
import io.keentill.revkeen.transactions.Transaction;
import io.keentill.revkeen.transactions.TransactionQuery;
import io.keentill.revkeen.transactions.TransactionStatus;
import io.keentill.revkeen.transactions.TransactionType;
import io.keentill.store.RemoteObject;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows money that went back on this till's sales, on whichever till, by whomever: RevKeen's ledger filtered for refunds
 * and voids since the last that was seen, by RevKeen's clock. One that is still pending is seen again until it is not.
 */
final class MovementFeed implements Feed {

    private static final String SETTING = "download.movements";
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final TillStore store;
    private final RevKeen api;
    private final TooMuchBack tooMuch;

    /** @param tooMuch looks at each sale of which one is heard */
    MovementFeed(TillStore store, RevKeen api, TooMuchBack tooMuch) {
        this.store = store;
        this.api = api;
        this.tooMuch = tooMuch;
    }

    /**
     * Where it is.
     *
     * @param type refunds or voids
     * @param since from this moment on; null for all there are
     * @param again from where the next time begins, as far as is known
     */
    private record Progress(
            TransactionType type,
            @Nullable Instant since,
            @Nullable Instant again,
            @Nullable String position) {

        static Progress parse(Optional<String> text) {
            String[] parts = text.orElse("REFUND;;;").split(";", 4);
            return new Progress(
                    TransactionType.valueOf(parts[0]), instant(parts[1]), instant(parts[2]), empty(parts[3]));
        }

        String text() {
            return type + ";" + (since == null ? "" : since) + ";" + (again == null ? "" : again) + ";"
                    + (position == null ? "" : position);
        }

        private static @Nullable Instant instant(String text) {
            return text.isEmpty() ? null : Instant.parse(text);
        }

        private static @Nullable String empty(String text) {
            return text.isEmpty() ? null : text;
        }

        /** A pending one holds the beginning of the next time back. */
        Progress seen(Transaction one) {
            Instant made = one.createdAt();
            if (made == null) {
                return this;
            }
            boolean pending = one.status().is(TransactionStatus.PENDING);
            boolean earlier = again == null || (pending ? made.isBefore(again) : false);
            boolean first = position == null && again == null;
            return earlier || first ? new Progress(type, since, made, position) : this;
        }

        Progress after(@Nullable String next) {
            if (next != null) {
                return new Progress(type, since, again, next);
            }
            if (type == TransactionType.REFUND) {
                return new Progress(TransactionType.VOID, since, again, null);
            }
            Instant begin = again == null ? since : again.minus(OVERLAP);
            return new Progress(TransactionType.REFUND, begin, null, null);
        }
    }

    @Override
    public String name() {
        return "movements";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Step step() throws StoreException {
        Progress at = Progress.parse(store.read(view -> view.setting(SETTING)));
        TransactionQuery query = TransactionQuery.any().withType(at.type());
        Instant since = at.since();
        ApiResult<Slice<Transaction>> result = api.transactions()
                .list(since == null ? query : query.withCreatedGte(since))
                .from(at.position());
        return switch (result) {
            case ApiResult.Ok<Slice<Transaction>> ok -> kept(ok.value(), at);
            case ApiResult.Refused<Slice<Transaction>> no -> refused(Answer.of(no.error()), at);
            case ApiResult.Unreachable<Slice<Transaction>> lost ->
                new Step(Answer.unreachable(ApiWords.lost(lost)), false);
        };
    }

    private Step kept(Slice<Transaction> slice, Progress at) throws StoreException {
        boolean finished = slice.next() == null && at.type() == TransactionType.VOID;
        store.write(tx -> {
            slice.unreadable().forEach(named -> LeftOut.noteUnreadable(tx, name(), named, 1));
            Progress progress = at;
            for (Transaction one : slice.items()) {
                take(tx, one).ifPresent(sale -> tooMuch.lookAt(tx, sale));
                progress = progress.seen(one);
            }
            tx.putSetting(SETTING, progress.after(slice.next()).text());
            return tx;
        });
        return new Step(new Answer.Accepted(200, ""), finished);
    }

    private Step refused(Answer answer, Progress at) throws StoreException {
        if (answer instanceof Answer.Never && at.position() != null) {
            store.write(tx -> {
                tx.putSetting(SETTING, new Progress(at.type(), at.since(), null, null).text());
                return tx;
            });
            return new Step(answer, false);
        }
        return new Step(answer, answer instanceof Answer.Never || answer instanceof Answer.Denied);
    }

    /** Keeps what belongs to a sale of this till, and answers which that is; the rest is no business of it. */
    static Optional<String> take(Tx tx, Transaction one) {
        String invoice = one.invoiceId();
        Optional<String> sale = invoice == null ? Optional.empty() : SaleInvoice.saleOn(tx, invoice);
        String content = content(one);
        if (sale.isPresent()) {
            tx.saveRemote(new RemoteObject(BackElsewhere.MOVEMENT, one.id(), sale.get(), "", content), 1);
            return sale;
        }
        Optional<String> paidByLink = LinkPayment.saleOf(tx, one.parentTransactionId());
        paidByLink.ifPresent(
                _ -> LinkPayment.moved(tx, Objects.requireNonNull(one.parentTransactionId()), one.id(), content));
        return paidByLink;
    }

    private static String content(Transaction one) {
        return JournalText.of(
                        "type", one.type().toString(), "status", one.status().toString())
                .with("amount", one.amount())
                .with("currency", one.currency())
                .with("at", one.createdAt() == null ? null : one.createdAt().toString())
                .with("method", one.paymentMethodType())
                .with("gateway_transaction", one.gatewayTransactionId())
                .json();
    }
}
