package io.keentill.engine.sync;

import io.keentill.engine.book.LinkPayment;
import io.keentill.engine.book.SaleInvoice;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payments.PaymentStatus;
import io.keentill.revkeen.transactions.Transaction;
import io.keentill.revkeen.transactions.TransactionQuery;
import io.keentill.revkeen.transactions.TransactionType;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that RevKeen has of money that went back on one sale: its movements (API reference B.18) and credit notes (B.11), and
 * what went back of the payments that its links were paid as (B.15).
 */
final class SaleMoney {

    private static final int MOST = 10_000;

    private final TillStore store;
    private final RevKeen api;

    SaleMoney(TillStore store, RevKeen api) {
        this.store = store;
        this.api = api;
    }

    /**
     * Under what RevKeen has the money of a sale of this till.
     *
     * @param invoice none while RevKeen was not told of the sale
     * @param links the payments that its links were paid as, which are on no invoice of it
     */
    record Places(Optional<String> invoice, List<String> links) {

        static Places of(View view, String saleId) {
            return new Places(SaleInvoice.idOf(view, saleId), LinkPayment.of(view, saleId));
        }

        /** Nobody can give back there what RevKeen was not told of. */
        boolean isEmpty() {
            return invoice.isEmpty() && links.isEmpty();
        }
    }

    /**
     * Asks for what there is in these places, of which there is at least one, and stores it.
     *
     * @param then carried out in the transaction that stores it
     * @return an answer that was no good and of which nothing was stored, or a good one
     */
    ApiResult<?> read(Places places, Consumer<Tx> then) throws StoreException {
        List<Payment> paidByLink = new ArrayList<>();
        ApiResult<?> last = null;
        for (String link : places.links()) {
            ApiResult<Payment> paid = api.payments().get(link);
            if (!(paid instanceof ApiResult.Ok<Payment> told)) {
                return paid;
            }
            paidByLink.add(told.value());
            last = paid;
        }
        List<Transaction> movements = List.of();
        List<CreditNote> notes = List.of();
        if (places.invoice().isPresent()) {
            String invoice = places.invoice().get();
            ApiResult<List<Transaction>> moved = api.transactions()
                    .list(TransactionQuery.any().withInvoiceId(invoice))
                    .all(MOST);
            if (!(moved instanceof ApiResult.Ok<List<Transaction>> told)) {
                return moved;
            }
            movements = told.value();
            ApiResult<List<CreditNote>> credited = api.creditNotes()
                    .list(CreditNoteQuery.any().withInvoiceId(invoice))
                    .all(MOST);
            if (!(credited instanceof ApiResult.Ok<List<CreditNote>> given)) {
                return credited;
            }
            notes = given.value();
            last = credited;
        }
        keep(paidByLink, movements, notes, then);
        return Objects.requireNonNull(last, "there is no place to ask in");
    }

    private void keep(List<Payment> links, List<Transaction> movements, List<CreditNote> notes, Consumer<Tx> then)
            throws StoreException {
        store.write(tx -> {
            links.forEach(one -> LinkPayment.told(tx, one.id(), back(one)));
            movements.stream()
                    .filter(one ->
                            one.type().is(TransactionType.REFUND) || one.type().is(TransactionType.VOID))
                    .forEach(one -> MovementFeed.take(tx, one));
            notes.forEach(one -> CreditFeed.take(tx, one));
            then.accept(tx);
            return tx;
        });
    }

    private static long back(Payment payment) {
        return payment.status().is(PaymentStatus.VOIDED) ? payment.amount() : payment.amountRefunded();
    }
}
