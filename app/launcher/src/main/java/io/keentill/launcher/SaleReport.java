package io.keentill.launcher;

import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.store.OutboxRow;
import io.keentill.store.OutboxState;
import io.keentill.store.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sale as scripts read it: what the till has stored, and RevKeen's ids once it is synced. */
public final class SaleReport {

    private SaleReport() {}

    /** The sale as a JSON object. */
    public static Map<String, Object> of(View view, Order order) {
        List<OutboxRow> rows = view.outboxOf(order.id());
        List<PaymentAttempt> attempts = view.attemptsOf(order.id());
        Map<String, Object> sale = new LinkedHashMap<>();
        sale.put("id", order.id());
        sale.put("reference", order.reference());
        sale.put("receipt", order.receiptNumber());
        sale.put("total_minor", order.totals().total().minor());
        sale.put("currency", order.currency().getCurrencyCode());
        sale.put("tender", tender(order));
        sale.put("state", state(order, attempts));
        sale.put("revkeen_order_id", remote(rows, "order"));
        sale.put("revkeen_invoice_id", remote(rows, "invoice"));
        sale.put("synced", !rows.isEmpty() && rows.stream().allMatch(r -> r.state() == OutboxState.DONE));
        long change =
                order.tenders().stream().mapToLong(t -> t.change().minor()).sum();
        sale.put("change_minor", change);
        sale.put("attempts", attempts.stream().map(SaleReport::attempt).toList());
        sale.put("terminal", attempts.isEmpty() ? null : attempt(last(attempts)));
        return sale;
    }

    private static PaymentAttempt last(List<PaymentAttempt> attempts) {
        return attempts.stream().filter(PaymentAttempt::moved).findFirst().orElse(attempts.getLast());
    }

    private static String tender(Order order) {
        return order.tenders().stream()
                .map(t -> t.type().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining("+"));
    }

    private static String state(Order order, List<PaymentAttempt> attempts) {
        boolean open = attempts.stream().anyMatch(a -> a.state().isOpen());
        return order.state() == OrderState.OPEN && open
                ? "payment_unknown"
                : order.state().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String remote(List<OutboxRow> rows, String kind) {
        return rows.stream()
                .filter(r -> r.kind().equals(kind))
                .map(OutboxRow::remoteId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A payment attempt as a JSON object. */
    public static Map<String, Object> attempt(PaymentAttempt attempt) {
        CardDetails card = attempt.card();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reference", attempt.reference());
        map.put("address", attempt.terminal());
        map.put("state", attempt.state().name().toLowerCase(Locale.ROOT));
        map.put("amount_minor", attempt.amount().minor());
        map.put(
                "approved_minor",
                attempt.approved() == null ? null : attempt.approved().minor());
        map.put("scheme", card.scheme());
        map.put("last_four", card.lastFour());
        map.put("entry_mode", card.entryMode().name().toLowerCase(Locale.ROOT));
        map.put("auth_code", card.authCode());
        map.put("rrn", card.rrn());
        map.put("trace", card.traceNumber());
        map.put("receipt", card.receiptNumber());
        map.put("terminal_id", card.terminalId());
        map.put("application_id", card.applicationId());
        map.put("application_label", card.cardName());
        map.put("verification", card.verification().name().toLowerCase(Locale.ROOT));
        map.put("tvr", card.emv().tvr());
        map.put("message", attempt.message());
        return map;
    }
}
