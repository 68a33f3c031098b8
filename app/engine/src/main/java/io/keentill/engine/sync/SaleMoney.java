package io.keentill.engine.sync;

import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.transactions.Transaction;
import io.keentill.revkeen.transactions.TransactionQuery;
import io.keentill.revkeen.transactions.TransactionType;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.util.List;
import java.util.function.Consumer;

/** All that RevKeen has of money that went back on one sale: its movements (API reference B.18) and credit notes (B.11). */
final class SaleMoney {

    private static final int MOST = 10_000;

    private final TillStore store;
    private final RevKeen api;

    SaleMoney(TillStore store, RevKeen api) {
        this.store = store;
        this.api = api;
    }

    /**
     * Asks for what there is on an invoice of this till and stores it.
     *
     * @param then carried out in the transaction that stores it
     * @return an answer that was no good and of which nothing was stored, or a good one
     */
    ApiResult<?> read(String invoice, Consumer<Tx> then) throws StoreException {
        ApiResult<List<Transaction>> moved = api.transactions()
                .list(TransactionQuery.any().withInvoiceId(invoice))
                .all(MOST);
        if (!(moved instanceof ApiResult.Ok<List<Transaction>> movements)) {
            return moved;
        }
        ApiResult<List<CreditNote>> credited = api.creditNotes()
                .list(CreditNoteQuery.any().withInvoiceId(invoice))
                .all(MOST);
        if (!(credited instanceof ApiResult.Ok<List<CreditNote>> notes)) {
            return credited;
        }
        store.write(tx -> {
            movements.value().stream()
                    .filter(one ->
                            one.type().is(TransactionType.REFUND) || one.type().is(TransactionType.VOID))
                    .forEach(one -> MovementFeed.take(tx, one));
            notes.value().forEach(one -> CreditFeed.take(tx, one));
            then.accept(tx);
            return tx;
        });
        return credited;
    }
}
