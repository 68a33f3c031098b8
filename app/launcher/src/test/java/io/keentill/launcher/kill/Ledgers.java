package io.keentill.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.store.JournalVerdict;
import io.keentill.store.JournalVerifier;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Holds what the tills have, what the terminals charged, and what RevKeen knows against each other. */
final class Ledgers {

    private static final int MOST = 1_000_000;

    private final Street street;
    private final String where;
    private final Map<String, Long> expected = new HashMap<>();
    private long card;
    private long cash;
    private long receipts;

    private Ledgers(Street street, String where) {
        this.street = street;
        this.where = where;
    }

    /** Everything was brought to an end and synced before. Answers what was audited, for people. */
    static String audit(Street street, String where) throws StoreException {
        Ledgers ledgers = new Ledgers(street, where);
        for (Lane lane : street.lanes()) {
            ledgers.till(lane);
        }
        ledgers.revKeen();
        return ledgers.receipts + " sales, card " + ledgers.card + ", cash " + ledgers.cash + " (minor units)";
    }

    private void till(Lane lane) throws StoreException {
        String what = lane.name() + ", " + where;
        lane.notes().checkAll(lane.data(), what);
        try (TillStore store = TillStore.openReadOnly(lane.data())) {
            store.read(view -> {
                compare(lane, view, what);
                return true;
            });
            assertThat(JournalVerifier.verify(store)).as("journal, %s", what).isInstanceOf(JournalVerdict.Intact.class);
        }
    }

    private void compare(Lane lane, View view, String what) {
        assertThat(view.openAttempts()).as("open payments, %s", what).isEmpty();
        assertThat(view.outboxSummary().waiting())
                .as("waiting for RevKeen, %s", what)
                .isZero();
        assertThat(view.outboxTasks()).as("tasks, %s", what).isEmpty();
        List<Long> onOrders = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (Order order : view.recentOrders(MOST)) {
            long paid = book(view, order, onOrders);
            boolean closed = order.state() == OrderState.PAID;
            assertThat(paid)
                    .as("paid on %s order %s, %s", order.state(), order.id(), what)
                    .isEqualTo(closed ? order.totals().total().minor() : 0);
            if (closed) {
                numbers.add(order.receiptNumber());
                expected.put(order.reference(), order.totals().total().minor());
            }
        }
        assertThat(onOrders)
                .as("each charge on one order, %s", what)
                .containsExactlyInAnyOrderElementsOf(lane.charged().get());
        assertThat(numbers)
                .as("receipt numbers without gaps, %s", what)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        receipts += numbers.size();
    }

    private long book(View view, Order order, List<Long> onOrders) {
        long paid = 0;
        for (Tender tender : order.tenders()) {
            long applied = tender.applied().minor();
            paid += applied;
            if (tender.type() == TenderType.CARD) {
                PaymentAttempt attempt = view.attempt(tender.attemptId()).orElseThrow();
                assertThat(attempt.approved().minor()).isEqualTo(applied);
                onOrders.add(applied);
                card += applied;
            } else {
                cash += applied;
            }
        }
        return paid;
    }

    private void revKeen() {
        try (RevKeen revKeen = RevKeen.at(street.api(), street.key())) {
            Map<String, Long> known = new HashMap<>();
            for (io.keentill.revkeen.orders.Order order :
                    revKeen.orders().list(OrderQuery.any()).all(MOST).orThrow()) {
                String reference = String.valueOf(order.metadata().get("keentill_reference"));
                assertThat(known.put(reference, order.total()))
                        .as("%s is there once, %s", reference, where)
                        .isNull();
                assertThat(order.status().toString())
                        .as("%s, %s", reference, where)
                        .containsIgnoringCase("paid");
            }
            assertThat(known).as("orders at RevKeen, %s", where).isEqualTo(expected);
            long taken = 0;
            for (Payment payment :
                    revKeen.payments().list(PaymentQuery.any()).all(MOST).orThrow()) {
                taken += payment.amount() - payment.amountRefunded();
            }
            assertThat(taken).as("money at RevKeen, %s", where).isEqualTo(card + cash);
        }
    }
}
