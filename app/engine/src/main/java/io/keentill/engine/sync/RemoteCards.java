package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.shift.CardsElsewhere;
import io.keentill.revkeen.ApiFailureException;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What RevKeen has of this till's card payments. Those that it was told of through {@code terminal-payments} are looked for
 * there by reference; those that stand on their invoice as paid by other means count as it confirmed them.
 */
final class RemoteCards implements CardsElsewhere {

    /** Twenty requests of a hundred payments, a fifth of a minute's worth in test mode. */
    private static final int MOST = 2_000;

    private final TillStore store;
    private final RevKeen api;

    RemoteCards(TillStore store, RevKeen api) {
        this.store = store;
        this.api = api;
    }

    @Override
    public Answer ask(List<PaymentAttempt> taken) {
        if (taken.isEmpty()) {
            return new Answer.NotTold(
                    Sentence.of("sync.no-card-payment-of-a-sale", "No card payment of a sale is in it."));
        }
        try {
            Map<PaymentAttempt, OutboxRow> rows = store.read(view -> rows(view, taken));
            return compare(taken, rows, listed(rows));
        } catch (StoreException | ApiFailureException e) {
            return new Answer.NotTold(Sentence.of(
                    "sync.revkeen-cannot-be-asked-for-these",
                    "RevKeen cannot be asked for these payments: {0}",
                    e.getMessage()));
        }
    }

    /** The row that tells RevKeen of a payment, for those that have one. */
    private static Map<PaymentAttempt, OutboxRow> rows(View view, List<PaymentAttempt> taken) {
        Map<PaymentAttempt, OutboxRow> rows = new LinkedHashMap<>();
        for (PaymentAttempt attempt : taken) {
            view.order(String.valueOf(attempt.orderId())).stream()
                    .flatMap(order -> order.tenders().stream())
                    .filter(tender -> attempt.id().equals(tender.attemptId()))
                    .flatMap(tender -> row(view, attempt, tender.id()).stream())
                    .forEach(row -> rows.put(attempt, row));
        }
        return rows;
    }

    private static Optional<OutboxRow> row(View view, PaymentAttempt attempt, String tenderId) {
        return view.outboxOf(String.valueOf(attempt.orderId())).stream()
                .filter(row ->
                        row.kind().equals(OutboxKind.CARD.key()) && row.ref().equals(tenderId))
                .findFirst();
    }

    /** RevKeen's payments by reference, as far as those are needed. */
    private Map<String, TerminalPayment> listed(Map<PaymentAttempt, OutboxRow> rows) throws StoreException {
        List<String> wanted = new ArrayList<>();
        rows.forEach((attempt, row) -> {
            if (row.state() == OutboxState.DONE && OutboxBook.isTerminal(row)) {
                wanted.add(attempt.reference());
            }
        });
        Map<String, TerminalPayment> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        TerminalPaymentQuery query = store.read(view -> view.setting(DeviceIdentity.SETTING))
                .map(TerminalPaymentQuery.any()::withDeviceId)
                .orElse(TerminalPaymentQuery.any());
        api.terminalPayments().list(query).stream()
                .limit(MOST)
                .filter(p -> p.reference() != null && wanted.contains(p.reference()))
                .takeWhile(p -> {
                    found.putIfAbsent(String.valueOf(p.reference()), p);
                    return found.size() < wanted.size();
                })
                .forEach(p -> {});
        return found;
    }

    private static Answer compare(
            List<PaymentAttempt> taken, Map<PaymentAttempt, OutboxRow> rows, Map<String, TerminalPayment> listed) {
        Currency currency = taken.getFirst().amount().currency();
        Money sum = Money.zero(currency);
        long count = 0;
        List<Sentence> wrong = new ArrayList<>();
        for (Map.Entry<PaymentAttempt, OutboxRow> entry : rows.entrySet()) {
            PaymentAttempt attempt = entry.getKey();
            OutboxRow row = entry.getValue();
            Money here = attempt.approved() == null ? attempt.amount() : attempt.approved();
            if (row.state() != OutboxState.DONE) {
                continue;
            }
            TerminalPayment there = listed.get(attempt.reference());
            Money has = !OutboxBook.isTerminal(row)
                    ? here
                    : there == null || !there.status().is(TerminalPaymentStatus.APPROVED)
                            ? Money.zero(currency)
                            : Money.of(there.amountMinor(), there.currency());
            sum = sum.plus(has);
            count += has.isZero() ? 0 : 1;
            if (!has.equals(here)) {
                wrong.add(Sentence.of(
                        "sync.card-payment-is-in-this-tills",
                        "Card payment {0} is {1} in this till's books and {2} at RevKeen. Look at it in"
                                + " RevKeen's dashboard and put it right there.",
                        attempt.reference(),
                        here,
                        has.isZero() ? Sentence.of("sync.not-approved", "not approved") : has));
            }
        }
        long told = rows.values().stream()
                .filter(row -> row.state() == OutboxState.DONE)
                .count();
        return new Answer.Told(count, sum, taken.size() - told, wrong);
    }
}
