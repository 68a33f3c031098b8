package io.keentill.engine.book;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.store.InvoiceRow;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Money for invoices that this till has taken, or may have taken, and that RevKeen knows nothing of: there the invoice is
 * still open, so that others would take it again.
 */
public final class UntoldMoney {

    private static final Set<OutboxKind> MONEY =
            EnumSet.of(OutboxKind.CASH, OutboxKind.CARD, OutboxKind.LINK, OutboxKind.EXCHANGE);

    private UntoldMoney() {}

    /**
     * A sale with such money.
     *
     * @param orderId its id
     * @param sale its reference
     * @param invoiceId RevKeen's id of the invoice that it pays
     */
    public record Held(String orderId, String sale, String invoiceId) {}

    /** All such sales, the oldest first. */
    public static List<Held> all(View view) {
        return view.invoices().running().stream()
                .flatMap(row -> held(view, row))
                .toList();
    }

    private static Stream<Held> held(View view, InvoiceRow row) {
        return view.order(row.orderId()).filter(order -> on(view, order)).stream()
                .map(order -> new Held(order.id(), order.reference(), row.invoiceId()));
    }

    /** Whether there is such money on this sale; a payment that may still be approved counts. */
    public static boolean on(View view, Order order) {
        return switch (order.state()) {
            // RevKeen is told when the sale is whole.
            case OPEN, PARKED ->
                !order.tenders().isEmpty()
                        || view.attemptsOf(order.id()).stream()
                                .map(PaymentAttempt::state)
                                .anyMatch(state -> state.isOpen());
            case PAID -> view.outboxOf(order.id()).stream().anyMatch(UntoldMoney::isUntold);
            case CANCELLED -> false; // all of it went back
        };
    }

    private static boolean isUntold(OutboxRow row) {
        return row.state() != OutboxState.DONE && MONEY.contains(OutboxKind.of(row.kind()));
    }
}
