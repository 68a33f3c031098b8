package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.OrderFilter;
import io.keentill.revkeen.Page;
import io.keentill.revkeen.Paged;
import io.keentill.revkeen.PaymentFilter;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.TerminalPaymentFilter;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Looks for what an earlier send may have made, once its idempotency key is too old to answer for it. What is found is
 * adopted; only what is certainly not there is made again, under a new key.
 */
final class Lookup {

    private static final Duration MARGIN = Duration.ofHours(1);

    private final TillStore store;
    private final RevKeen api;
    private final Planner planner;

    Lookup(TillStore store, RevKeen api, Planner planner) {
        this.store = store;
        this.api = api;
        this.planner = planner;
    }

    /** Adopt, a new Send, or Trouble when RevKeen could not be asked. */
    Plan find(OutboxRow row) throws StoreException {
        return switch (OutboxKind.of(row.kind())) {
            // An upsert under our own external id: making it again is finding it.
            case INVOICE -> planner.plan(row);
            case FINALIZE -> finalised(row);
            case ORDER -> order(row);
            case CARD -> card(row);
            case CASH -> paid(row, row.ref());
        };
    }

    private Plan finalised(OutboxRow row) throws StoreException {
        String invoice = store.read(view -> Planner.invoice(view, row));
        return switch (api.invoices().get(invoice)) {
            case ApiResult.Ok<io.keentill.revkeen.InvoiceView> ok ->
                ok.value().status().equals("draft") ? planner.plan(row) : new Plan.Adopt(invoice);
            case ApiResult.Refused<io.keentill.revkeen.InvoiceView> no -> new Plan.Trouble(Answer.of(no.error()));
            case ApiResult.Unreachable<io.keentill.revkeen.InvoiceView> lost -> unreachable(lost.message());
        };
    }

    private Plan order(OutboxRow row) throws StoreException {
        long from = row.createdAt().minus(MARGIN).getEpochSecond();
        return search(
                row,
                api.orders().list(OrderFilter.createdSince(from)),
                o -> row.saleId().equals(o.metadata().get("keentill_order")),
                io.keentill.revkeen.OrderView::id);
    }

    private Plan card(OutboxRow row) throws StoreException {
        Order order = store.read(view -> view.order(row.saleId())).orElseThrow();
        String attemptId = Objects.requireNonNull(Planner.tender(order, row).attemptId());
        PaymentAttempt attempt = store.read(view -> view.attempt(attemptId)).orElseThrow();
        if (!Objects.requireNonNull(row.path()).startsWith("/terminal-payments")) {
            return paid(row, attempt.reference());
        }
        String invoice = store.read(view -> Planner.invoice(view, row));
        return search(
                row,
                api.terminalPayments().list(TerminalPaymentFilter.ofInvoice(invoice)),
                p -> attempt.reference().equals(p.reference()),
                io.keentill.revkeen.TerminalPaymentView::id);
    }

    private Plan paid(OutboxRow row, String reference) throws StoreException {
        String invoice = store.read(view -> Planner.invoice(view, row));
        return search(
                row,
                api.payments().list(PaymentFilter.ofInvoice(invoice)),
                p -> reference.equals(p.gatewayTransactionId())
                        || reference.equals(p.metadata().get("reference")),
                p -> invoice);
    }

    private <T> Plan search(OutboxRow row, Paged<T> pages, Predicate<T> ours, Function<T, String> id)
            throws StoreException {
        for (ApiResult<Page<T>> page : pages) {
            switch (page) {
                case ApiResult.Ok<Page<T>> ok -> {
                    Optional<T> found = ok.value().items().stream().filter(ours).findFirst();
                    if (found.isPresent()) {
                        return new Plan.Adopt(id.apply(found.get()));
                    }
                }
                case ApiResult.Refused<Page<T>> no -> {
                    return new Plan.Trouble(Answer.of(no.error()));
                }
                case ApiResult.Unreachable<Page<T>> lost -> {
                    return unreachable(lost.message());
                }
            }
        }
        return planner.plan(row);
    }

    private static Plan unreachable(String message) {
        return new Plan.Trouble(new Answer.Pause(Answer.Reason.UNREACHABLE, message, null));
    }
}
