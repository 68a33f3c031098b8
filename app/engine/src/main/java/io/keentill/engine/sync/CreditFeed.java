package io.keentill.engine.sync;

import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.SaleInvoice;
import io.keentill.engine.book.TooMuchBack;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.store.RemoteObject;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import java.time.Duration;

/** Follows credit notes on this till's sales: what another till gave back is known by them alone. */
final class CreditFeed {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private CreditFeed() {}

    /** @param tooMuch looks at each sale of which one is heard */
    static Feed of(TillStore store, RevKeen api, TooMuchBack tooMuch) {
        return new SinceFeed<>(
                store,
                "credits",
                EVERY,
                OVERLAP,
                since -> api.creditNotes()
                        .list(
                                since == null
                                        ? CreditNoteQuery.any()
                                        : CreditNoteQuery.any().withCreatedAfter(since)),
                CreditNote::createdAt,
                (tx, one) -> {
                    take(tx, one);
                    tooMuch.lookAtInvoice(tx, one.invoiceId());
                });
    }

    /** Keeps what belongs to a sale of this till; the rest is no business of it. */
    static void take(Tx tx, CreditNote one) {
        SaleInvoice.saleOn(tx, one.invoiceId()).ifPresent(sale -> {
            String content = JournalText.of(
                            "status", one.status().toString(), "amount", one.amountMinor(), "currency", one.currency())
                    .with(
                            "method",
                            one.creditMethod() == null
                                    ? null
                                    : one.creditMethod().toString())
                    .with("reason", one.reason())
                    .json();
            tx.saveRemote(new RemoteObject(BackElsewhere.CREDIT_NOTE, one.id(), sale, "", content), 1);
        });
    }
}
