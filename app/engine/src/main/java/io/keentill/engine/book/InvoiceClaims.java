package io.keentill.engine.book;

import io.keentill.store.NewOutboxRow;
import io.keentill.store.RemoteObject;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What this till has told others of the invoices whose money it is about to take, so that it can take it back: kept before
 * it is told, and withdrawn in the commit that drops the sale.
 */
public final class InvoiceClaims {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KIND = "invoice_claim";
    private static final long ALWAYS = 0;

    private InvoiceClaims() {}

    /**
     * A claim that may have been told.
     *
     * @param invoiceId RevKeen's
     * @param withdrawal the words that take it back
     */
    public record Claim(String invoiceId, String withdrawal) {}

    /** Keeps that the claim of this sale is about to be told. */
    public static void tells(Tx tx, String saleId, Claim claim) {
        String content =
                JournalText.none().with("withdrawal", claim.withdrawal()).json();
        tx.saveRemote(new RemoteObject(KIND, saleId, claim.invoiceId(), "", content), ALWAYS);
    }

    /** The claim of this sale, if it may have been told. */
    public static Optional<Claim> of(View view, String saleId) {
        return view.remote(KIND, saleId)
                .map(kept -> new Claim(
                        kept.lookup(),
                        JSON.readTree(kept.content()).path("withdrawal").asString("")));
    }

    /** Has others told that the sale takes no money any more; nothing where they never heard of it. */
    public static void letGo(Tx tx, String saleId, Instant now) {
        if (of(tx, saleId).isPresent()) {
            tx.addOutbox(new NewOutboxRow(saleId, tx.outboxOf(saleId).size(), OutboxKind.LET_GO.key(), saleId, now));
        }
    }
}
