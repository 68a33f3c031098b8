package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.transactions.Transaction;
import io.keentill.revkeen.transactions.TransactionQuery;
import io.keentill.revkeen.transactions.TransactionType;
import io.keentill.store.RemoteObject;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much money has gone back on a sale as RevKeen knows it: on whichever till, from the dashboard, through the API. Kept
 * up in the background, so that it can be asked without a network, and asked live before money is given back.
 */
public final class RefundsElsewhere {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 10_000;
    private static final Set<String> NOTHING_MOVED = Set.of("failed", "voided");

    private RefundsElsewhere() {}

    /** What RevKeen was last heard to have given back on this sale, refunds on their way included; zero if nothing. */
    public static Money known(View view, Order order) {
        return view.remotesBy(MovementFeed.KIND, order.id()).stream()
                .map(one -> amount(one, order))
                .reduce(Money.zero(order.currency()), Money::plus);
    }

    private static Money amount(RemoteObject one, Order order) {
        JsonNode content = JSON.readTree(one.content());
        boolean same = order.currency()
                .getCurrencyCode()
                .equalsIgnoreCase(content.path("currency").asString(""));
        String status = content.path("status").asString("").toLowerCase(Locale.ROOT);
        return same && !NOTHING_MOVED.contains(status)
                ? Money.of(content.path("amount").asLong(), order.currency())
                : Money.zero(order.currency());
    }

    /**
     * Asks RevKeen now and keeps the answer; blocks for one or a few requests. Empty if RevKeen could not be asked or does
     * not know the sale yet: what is {@link #known} is then all there is.
     */
    static Optional<Money> ask(TillStore store, RevKeen api, Order order) throws StoreException {
        Optional<String> invoice = store.read(view -> view.outboxOf(order.id()).stream()
                .filter(row -> row.kind().equals(OutboxKind.INVOICE.key()))
                .flatMap(row -> Optional.ofNullable(row.remoteId()).stream())
                .findFirst());
        if (invoice.isEmpty()) {
            return Optional.empty();
        }
        ApiResult<List<Transaction>> result = api.transactions()
                .list(TransactionQuery.any().withInvoiceId(invoice.get()))
                .all(MOST);
        if (!(result instanceof ApiResult.Ok<List<Transaction>> ok)) {
            return Optional.empty();
        }
        return Optional.of(store.write(tx -> {
            ok.value().stream()
                    .filter(one ->
                            one.type().is(TransactionType.REFUND) || one.type().is(TransactionType.VOID))
                    .forEach(one -> MovementFeed.take(tx, one));
            return known(tx, order);
        }));
    }
}
