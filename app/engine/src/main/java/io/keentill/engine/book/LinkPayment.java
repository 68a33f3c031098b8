package io.keentill.engine.book;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.store.RemoteObject;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which payment at RevKeen (API reference B.15) the customer made on the page of a link, and what went back of it there. That
 * payment is on no invoice of the sale, so nothing else says that it is the sale's money. The till itself gives nothing back
 * of it: what it gives back for a link goes to a card at its terminal, or in cash.
 */
public final class LinkPayment {

    /** Under which such payments are kept; their lookup is the sale's id. */
    private static final String PAYMENT = "link_payment";

    /** Under which what went back of one is kept, movement by movement; their lookup is the payment's id. */
    private static final String MOVED = "link_moved";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LinkPayment() {}

    /** Keeps that this sale's link was paid as this payment. */
    public static void keep(Tx tx, String saleId, String paymentId, String session) {
        if (tx.remote(PAYMENT, paymentId).isEmpty()) {
            save(tx, saleId, paymentId, JournalText.of("session", session, "back", 0));
        }
    }

    /** The payments that this sale's links were paid as, as far as they are known. */
    public static List<String> of(View view, String saleId) {
        return view.remotesBy(PAYMENT, saleId).stream().map(RemoteObject::id).toList();
    }

    /** The sale of which this payment was a link's; empty if of none. */
    public static Optional<String> saleOf(View view, @Nullable String paymentId) {
        return paymentId == null
                ? Optional.empty()
                : view.remote(PAYMENT, paymentId).map(RemoteObject::lookup);
    }

    /** Keeps how much of a payment, in minor units, RevKeen says in one sum that went back; what is on its way is not in it. */
    public static void told(Tx tx, String paymentId, long back) {
        tx.remote(PAYMENT, paymentId).ifPresent(known -> {
            String session = JSON.readTree(known.content()).path("session").asString("");
            save(tx, known.lookup(), paymentId, JournalText.of("session", session, "back", back));
        });
    }

    /** Keeps one movement of money that went back of a payment; {@code content} as of {@link BackElsewhere#MOVEMENT}. */
    public static void moved(Tx tx, String paymentId, String movementId, String content) {
        tx.saveRemote(new RemoteObject(MOVED, movementId, paymentId, "", content), 1);
    }

    /** What went back at RevKeen of what was paid by link on this sale: of each payment the more of what both say. */
    static Money back(View view, Order sale) {
        long minor = view.remotesBy(PAYMENT, sale.id()).stream()
                .mapToLong(one ->
                        Math.max(JSON.readTree(one.content()).path("back").asLong(), moved(view, one.id(), sale)))
                .sum();
        return Money.of(minor, sale.currency());
    }

    private static long moved(View view, String paymentId, Order sale) {
        return view.remotesBy(MOVED, paymentId).stream()
                .map(one -> JSON.readTree(one.content()))
                .filter(content -> BackElsewhere.counts(content, sale))
                .mapToLong((JsonNode content) -> content.path("amount").asLong())
                .sum();
    }

    private static void save(Tx tx, String saleId, String paymentId, JournalText content) {
        tx.saveRemote(new RemoteObject(PAYMENT, paymentId, saleId, "", content.json()), 1);
    }
}
