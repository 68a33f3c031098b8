package io.keentill.engine.book;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.store.RemoteObject;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which payment at RevKeen (API reference B.15) the customer made on the page of a link, and what went back of it there. That
 * payment is on no invoice of the sale, so nothing else says that it is the sale's money. The till itself gives nothing back
 * of it: what it gives back for a link goes to a card that is presented at its terminal.
 */
public final class LinkPayment {

    /** Under which such payments are kept; their lookup is the sale's id. */
    private static final String PAYMENT = "link_payment";

    /** Under which what went back of one is kept, movement by movement; their lookup is the payment's id. */
    private static final String MOVED = "link_moved";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LinkPayment() {}

    /** Keeps that this sale's link, which is this attempt and had this session, was paid as this payment. */
    public static void keep(Tx tx, String saleId, String attemptId, String session, String paymentId) {
        if (tx.remote(PAYMENT, paymentId).isEmpty()) {
            save(tx, saleId, paymentId, attemptId, session, 0);
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
            JsonNode content = JSON.readTree(known.content());
            String attempt = content.path("attempt").asString("");
            save(tx, known.lookup(), paymentId, attempt, content.path("session").asString(""), back);
        });
    }

    /** Keeps one movement of money that went back of a payment; {@code content} as of {@link BackElsewhere#MOVEMENT}. */
    public static void moved(Tx tx, String paymentId, String movementId, String content) {
        tx.saveRemote(new RemoteObject(MOVED, movementId, paymentId, "", content), 1);
    }

    /**
     * What went back at RevKeen of what was paid by link on this sale, by the attempt: of each payment the more of what both
     * say. Where nothing did there is no entry.
     */
    static Map<String, Money> back(View view, Order sale) {
        Map<String, Money> back = new LinkedHashMap<>();
        for (RemoteObject one : view.remotesBy(PAYMENT, sale.id())) {
            JsonNode content = JSON.readTree(one.content());
            long minor = Math.max(content.path("back").asLong(), moved(view, one.id(), sale));
            if (minor > 0) {
                back.merge(content.path("attempt").asString(""), Money.of(minor, sale.currency()), Money::plus);
            }
        }
        return back;
    }

    private static long moved(View view, String paymentId, Order sale) {
        return view.remotesBy(MOVED, paymentId).stream()
                .map(one -> JSON.readTree(one.content()))
                .filter(content -> BackElsewhere.counts(content, sale))
                .mapToLong((JsonNode content) -> content.path("amount").asLong())
                .sum();
    }

    private static void save(Tx tx, String saleId, String paymentId, String attempt, String session, long back) {
        String content = JournalText.of("attempt", attempt, "session", session, "back", back)
                .json();
        tx.saveRemote(new RemoteObject(PAYMENT, paymentId, saleId, "", content), 1);
    }
}
