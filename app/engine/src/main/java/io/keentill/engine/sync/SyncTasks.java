package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.OutboxKind;
import io.keentill.store.MailRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What RevKeen refused for good, for somebody to look at: to be tried again, or dismissed as settled by hand. */
public final class SyncTasks {

    private final TillStore store;

    /** Tasks of this till. */
    public SyncTasks(TillStore store) {
        this.store = store;
    }

    /**
     * One refusal.
     *
     * @param id to name it by
     * @param sale reference of the sale; its id where no such sale is stored
     * @param receipt its receipt number, if it has one
     * @param what what RevKeen was to be told: invoice, finalize, order, card, cash
     * @param problem RevKeen's words and what to do
     * @param since when the change was made in the till
     */
    public record Task(long id, String sale, @Nullable Long receipt, String what, Sentence problem, Instant since) {}

    /** All of them, oldest first. */
    public List<Task> list() throws StoreException {
        return store.read(view -> view.outboxTasks().stream()
                .map(row -> task(row, saleOf(view, row)))
                .toList());
    }

    /** A receipt by e-mail is a chain of its own, and belongs to a sale all the same. */
    private static Optional<Order> saleOf(View view, OutboxRow row) {
        return view.mails()
                .mail(row.saleId())
                .map(MailRow::orderId)
                .map(view::order)
                .orElseGet(() -> view.order(row.saleId()));
    }

    private static Task task(OutboxRow row, Optional<Order> sale) {
        return new Task(
                row.id(),
                sale.map(Order::reference).orElse(row.saleId()),
                sale.map(Order::receiptNumber).orElse(null),
                row.kind(),
                Sentence.from(row.problem()),
                row.createdAt());
    }

    /**
     * Tries it again under a new key, with what the till knows now. Whatever an earlier try may have made is looked for
     * first, so that nothing is made twice. Gives a sentence for people if that cannot be; empty if it will be tried.
     */
    public Optional<Sentence> retry(long id, String operator) throws StoreException {
        return store.write(tx -> {
            Optional<OutboxRow> task = task(tx, id);
            if (task.isEmpty()) {
                return none(id);
            }
            OutboxRow row = task.get();
            // An invoice is known by its external id: made anew it is the same one, and right if the till has learnt.
            boolean anew = OutboxKind.of(row.kind()) == OutboxKind.INVOICE && row.remoteId() == null;
            OutboxRow again = anew ? row.thawed() : row.doubted();
            tx.updateOutbox(again.retryAt(row.createdAt(), row.lastStatus(), null, row.problem()));
            journal(tx, "outbox.retried", operator, row, null);
            return Optional.empty();
        });
    }

    /**
     * Takes it off the list as settled outside of the till; the later steps of the sale go on. Those that need what is
     * dismissed, as everything needs the invoice, are dismissed with it. Gives a sentence for people if that cannot be.
     */
    public Optional<Sentence> dismiss(long id, String operator, String reason) throws StoreException {
        if (reason.isBlank()) {
            return Optional.of(Sentence.of(
                    "sync.say-how-it-was-settled-the", "Say how it was settled: the reason is kept in the journal."));
        }
        return store.write(tx -> {
            Optional<OutboxRow> task = task(tx, id);
            if (task.isEmpty()) {
                return none(id);
            }
            OutboxRow row = task.get();
            boolean whole = OutboxKind.of(row.kind()) == OutboxKind.INVOICE;
            tx.outboxOf(row.saleId()).stream()
                    .filter(r -> r.id() == id || (whole && r.state() != OutboxState.DONE))
                    .forEach(r -> {
                        tx.updateOutbox(r.dismissed(
                                Sentence.of("sync.dismissed-by", "Dismissed by {0}: {1}", operator, reason)));
                        journal(tx, "outbox.dismissed", operator, r, reason);
                    });
            return Optional.empty();
        });
    }

    private static Optional<OutboxRow> task(Tx tx, long id) {
        return tx.outboxRow(id).filter(row -> row.state() == OutboxState.TASK);
    }

    private static Optional<Sentence> none(long id) {
        return Optional.of(Sentence.of(
                "sync.there-is-no-task-it-may", "There is no task {0}. It may have been settled meanwhile.", id));
    }

    private static void journal(Tx tx, String type, String operator, OutboxRow row, @Nullable String reason) {
        tx.appendJournal(
                type,
                operator,
                row.saleId(),
                JournalText.of("row", row.id(), "kind", row.kind(), "problem", row.problem())
                        .with("reason", reason)
                        .json());
    }
}
