package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceQuery;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Looks for what an earlier send may have made, once its idempotency key is too old to answer for it. What is found is
 * adopted; only what is certainly not there is made again, under a new key.
 */
final class Lookup {

    /** More than any two time zones differ: the commonest way for a clock to be wrong. */
    private static final Duration MARGIN = Duration.ofHours(26);

    private static final int MOST = 1_000_000;

    private final TillStore store;
    private final RevKeen api;
    private final Planner planner;
    private final InstantSource clock;

    Lookup(TillStore store, RevKeen api, Planner planner, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.api = api;
        this.planner = planner;
    }

    /** Adopt, a new Send, or Trouble when RevKeen could not be asked. */
    Plan find(OutboxRow row) throws StoreException {
        return switch (OutboxKind.of(row.kind())) {
            case INVOICE -> invoice(row);
            case FINALIZE -> finalised(row);
            case ORDER -> order(row);
            case CARD -> card(row);
            case CASH -> paid(row, row.ref());
        };
    }

    /** The sale's invoice by its external id. Not made again if it is there: it may be finalised or edited by now. */
    Plan invoice(OutboxRow row) throws StoreException {
        return search(
                row,
                api.invoices().list(InvoiceQuery.any()),
                i -> SaleTranslation.SOURCE.equals(i.externalSource())
                        && row.saleId().equals(i.externalId()),
                Invoice::id);
    }

    private Plan finalised(OutboxRow row) throws StoreException {
        String invoice = store.read(view -> Planner.invoice(view, row));
        return switch (api.invoices().get(invoice)) {
            case ApiResult.Ok<Invoice> ok ->
                ok.value().status().is(InvoiceStatus.DRAFT) ? planner.plan(row) : new Plan.Adopt(invoice);
            case ApiResult.Refused<Invoice> no -> new Plan.Trouble(Answer.of(no.error()));
            case ApiResult.Unreachable<Invoice> lost -> unreachable(lost.message());
        };
    }

    private Plan order(OutboxRow row) throws StoreException {
        return search(
                row,
                api.orders().list(OrderQuery.any().withCreatedGte(since(row))),
                o -> row.saleId().equals(o.metadata().get("keentill_order")),
                io.keentill.revkeen.orders.Order::id);
    }

    /** Before the row can have been sent, also where the till's clock was wrong then or is wrong now. */
    private Instant since(OutboxRow row) {
        Instant first = Objects.requireNonNullElse(row.firstSentAt(), row.createdAt());
        Instant earliest = first.isBefore(row.createdAt()) ? first : row.createdAt();
        Instant now = clock.instant();
        return (now.isBefore(earliest) ? now : earliest).minus(MARGIN);
    }

    private Plan card(OutboxRow row) throws StoreException {
        Order order = store.read(view -> view.order(row.saleId())).orElseThrow();
        String attemptId = Objects.requireNonNull(Planner.tender(order, row).attemptId());
        PaymentAttempt attempt = store.read(view -> view.attempt(attemptId)).orElseThrow();
        if (row.path() == null) {
            return anyWay(row, attempt.reference());
        }
        if (!row.path().startsWith("/terminal-payments")) {
            return paid(row, attempt.reference());
        }
        String invoice = store.read(view -> Planner.invoice(view, row));
        return search(
                row,
                api.terminalPayments().list(TerminalPaymentQuery.any().withInvoiceId(invoice)),
                p -> attempt.reference().equals(p.reference()),
                TerminalPayment::id);
    }

    /** After a restore nobody knows in which way it was sent, if it was. */
    private Plan anyWay(OutboxRow row, String reference) throws StoreException {
        String invoice = store.read(view -> Planner.invoice(view, row));
        return switch (api.terminalPayments()
                .list(TerminalPaymentQuery.any().withInvoiceId(invoice))
                .all(MOST)) {
            case ApiResult.Ok<List<TerminalPayment>> ok -> {
                Optional<TerminalPayment> found = ok.value().stream()
                        .filter(p -> reference.equals(p.reference()))
                        .findFirst();
                yield found.isPresent() ? new Plan.Adopt(found.get().id()) : paid(row, reference);
            }
            case ApiResult.Refused<List<TerminalPayment>> no -> new Plan.Trouble(Answer.of(no.error()));
            case ApiResult.Unreachable<List<TerminalPayment>> lost -> unreachable(lost.message());
        };
    }

    private Plan paid(OutboxRow row, String reference) throws StoreException {
        String invoice = store.read(view -> Planner.invoice(view, row));
        return search(
                row,
                api.payments().list(PaymentQuery.any().withInvoiceId(invoice)),
                p -> reference.equals(p.gatewayTransactionId())
                        || reference.equals(p.metadata().get("reference")),
                p -> invoice);
    }

    private <T> Plan search(OutboxRow row, Listing<T> listing, Predicate<T> ours, Function<T, String> id)
            throws StoreException {
        return switch (listing.all(MOST)) {
            case ApiResult.Ok<List<T>> ok -> {
                Optional<T> found = ok.value().stream().filter(ours).findFirst();
                yield found.isPresent() ? new Plan.Adopt(id.apply(found.get())) : planner.plan(row);
            }
            case ApiResult.Refused<List<T>> no -> new Plan.Trouble(Answer.of(no.error()));
            case ApiResult.Unreachable<List<T>> lost -> unreachable(lost.message());
        };
    }

    private static Plan unreachable(String message) {
        return new Plan.Trouble(new Answer.Pause(Answer.Reason.UNREACHABLE, message, null));
    }
}
