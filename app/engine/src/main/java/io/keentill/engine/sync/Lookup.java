package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundPart;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.book.BackElsewhere;
import io.keentill.engine.book.OutboxKind;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiFailureException;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.Listing;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceQuery;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import io.keentill.revkeen.terminal.TerminalPaymentType;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what an earlier send may have made, once its idempotency key is too old to answer for it. What is found is
 * adopted; only what is certainly not there is made again.
 */
final class Lookup {

    private static final Sentence UNDER_WAY = Sentence.of(
            "sync.another-refund-is-under-way",
            "Another refund of this sale has begun in RevKeen and has not ended. This one follows by itself");

    /** Seconds are all that the filter knows. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private static final Sentence MAYBE_MAILED =
            Sentence.of("sync.whether-revkeen-sent-this-receipt-is", "Whether RevKeen sent this receipt is not known.");

    private final TillStore store;
    private final RevKeen api;
    private final Planner planner;

    Lookup(TillStore store, RevKeen api, Planner planner) {
        this.store = store;
        this.api = api;
        this.planner = planner;
    }

    /** Adopt, a new Send, a Send of the same bytes, or Trouble when RevKeen could not be asked. */
    Plan find(OutboxRow row) throws StoreException {
        return switch (OutboxKind.of(row.kind())) {
            // Its own bytes once more: RevKeen knows an invoice by its external id, so they make no second one, and
            // change nothing where it has them already. A list would have to be read to its end to say as much.
            case INVOICE -> planner.again(row);
            case FINALIZE -> finalised(row);
            case ORDER -> order(row);
            case CARD -> card(row);
            case CASH -> paid(row, row.ref());
            case LINK -> link(row);
            case EXCHANGE -> exchange(row);
            case MAIL -> mail(row);
            // Long over by then.
            case LET_GO -> new Plan.Needless();
            case CREDIT -> credit(row);
            case CREDIT_VOID -> creditVoid(row);
            case CARD_BACK -> cardBack(row, true);
        };
    }

    /**
     * What stands in the way of a reversal whose every try was refused, so that it cannot be there itself: another one of
     * the same amount is another one, and taken for this it would never be carried out.
     */
    Plan others(OutboxRow row) throws StoreException {
        return cardBack(row, false);
    }

    /** The sale's invoice by its external id, newest first; Stuck if RevKeen does not list it. */
    Plan invoice(OutboxRow row) throws StoreException {
        return search(
                api.invoices().list(InvoiceQuery.any()),
                i -> SaleTranslation.SOURCE.equals(i.externalSource())
                        && row.saleId().equals(i.externalId()),
                Invoice::id,
                () -> new Plan.Stuck(Sentence.of(
                        "sync.revkeen-ignored-this-invoice-and-does",
                        "RevKeen ignored this invoice and does not list it. Look for sale {0} there.",
                        row.saleId())));
    }

    private Plan finalised(OutboxRow row) throws StoreException {
        String invoice = store.read(view -> Planner.invoice(view, row));
        return switch (api.invoices().get(invoice)) {
            case ApiResult.Ok<Invoice> ok ->
                ok.value().status().is(InvoiceStatus.DRAFT) ? planner.plan(row) : new Plan.Adopt(invoice);
            case ApiResult.Refused<Invoice> no -> new Plan.Trouble(Answer.of(no.error()));
            case ApiResult.Unreachable<Invoice> lost -> new Plan.Trouble(Answer.unreachable(ApiWords.lost(lost)));
        };
    }

    /** Orders since their invoice was made, by RevKeen's own clock: what the till's clock says is of no account here. */
    private Plan order(OutboxRow row) throws StoreException {
        String invoice = store.read(view -> Planner.invoice(view, row));
        return switch (api.invoices().get(invoice)) {
            case ApiResult.Ok<Invoice> ok -> order(row, since(ok.value()));
            case ApiResult.Refused<Invoice> gone
            when gone.error() instanceof ApiError.NotFound -> order(row, OrderQuery.any());
            case ApiResult.Refused<Invoice> no -> new Plan.Trouble(Answer.of(no.error()));
            case ApiResult.Unreachable<Invoice> lost -> new Plan.Trouble(Answer.unreachable(ApiWords.lost(lost)));
        };
    }

    private static OrderQuery since(Invoice invoice) {
        Instant made = invoice.createdAt();
        return made == null ? OrderQuery.any() : OrderQuery.any().withCreatedGte(made.minus(MARGIN));
    }

    private Plan order(OutboxRow row, OrderQuery query) throws StoreException {
        return search(
                api.orders().list(query),
                o -> row.saleId().equals(o.metadata().get("keentill_order")),
                io.keentill.revkeen.orders.Order::id,
                () -> planner.plan(row));
    }

    private Plan card(OutboxRow row) throws StoreException {
        Order order = store.read(view -> view.order(row.saleId())).orElseThrow();
        String attemptId = Objects.requireNonNull(Planner.tender(order, row).attemptId());
        PaymentAttempt attempt = store.read(view -> view.attempt(attemptId)).orElseThrow();
        String invoice = store.read(view -> Planner.invoice(view, row));
        if (row.path() != null && !OutboxBook.isTerminal(row)) {
            return paid(row, attempt.reference());
        }
        return search(
                api.terminalPayments().list(TerminalPaymentQuery.any().withInvoiceId(invoice)),
                p -> attempt.reference().equals(p.reference()),
                TerminalPayment::id,
                // Which way it may have gone is not known of a row that comes from a backup.
                () -> row.path() == null ? paid(row, attempt.reference()) : planner.plan(row));
    }

    /**
     * No documented read tells an e-mail that was sent, so one that may have gone is not sent again by itself. Whoever was
     * told so and tries it again wants it sent.
     */
    private Plan mail(OutboxRow row) throws StoreException {
        Integer status = row.lastStatus();
        boolean refused = status != null && status >= 400 && status < 500;
        boolean wanted = Sentence.from(row.problem()).toString().startsWith(MAYBE_MAILED.toString());
        return refused || wanted
                ? planner.plan(row)
                : new Plan.Stuck(Sentence.of(
                        "sync.ask-the-customer-and-try-it",
                        "{0} Ask the customer, and try it again if it did not come.",
                        MAYBE_MAILED));
    }

    private Plan link(OutboxRow row) throws StoreException {
        String reference = store.read(view -> {
            Order order = view.order(row.saleId()).orElseThrow();
            String attempt = Objects.requireNonNull(Planner.tender(order, row).attemptId());
            return view.attempt(attempt).orElseThrow().reference();
        });
        return paid(row, reference);
    }

    private Plan exchange(OutboxRow row) throws StoreException {
        Order order = store.read(view -> view.order(row.saleId())).orElseThrow();
        return paid(row, Planner.exchangeReference(order, Planner.tender(order, row)));
    }

    /** By the words that every credit note of ours begins with. */
    private Plan credit(OutboxRow row) throws StoreException {
        Refund refund = store.read(view -> view.refund(row.ref())).orElseThrow();
        String invoice = store.read(view -> RefundPlanner.invoice(view, row, refund));
        return search(
                api.creditNotes().list(CreditNoteQuery.any().withInvoiceId(invoice)),
                note -> Objects.requireNonNullElse(note.reason(), "").startsWith(BackElsewhere.mark(refund))
                        && !isVoid(note),
                CreditNote::id,
                () -> planner.plan(row));
    }

    private Plan creditVoid(OutboxRow row) throws StoreException {
        Optional<String> id = store.read(view -> RefundPlanner.creditToVoid(view, row));
        if (id.isEmpty()) {
            return new Plan.Needless();
        }
        return switch (api.creditNotes().get(id.get())) {
            case ApiResult.Ok<CreditNote> ok -> isVoid(ok.value()) ? new Plan.Adopt(id.get()) : planner.plan(row);
            case ApiResult.Refused<CreditNote> no -> new Plan.Trouble(Answer.of(no.error()));
            case ApiResult.Unreachable<CreditNote> lost -> new Plan.Trouble(Answer.unreachable(ApiWords.lost(lost)));
        };
    }

    private static boolean isVoid(CreditNote note) {
        return BackElsewhere.isTakenBack(note.status().toString());
    }

    /**
     * RevKeen gives a reversal a reference of its own, so it is known by what it is: the same kind and amount on the same
     * invoice, told to no row (this one is looked for because it was not), and no command from elsewhere that was carried
     * out here under its reference.
     */
    private Plan cardBack(OutboxRow row, boolean mayBeThere) throws StoreException {
        Refund refund = store.read(view -> RefundPlanner.refundOf(view, row));
        long amount = refund.part(row.ref()).amount().minor();
        String invoice = store.read(view -> Planner.invoice(view, row));
        Set<String> others = store.read(view -> view.outboxOf(row.saleId())).stream()
                .map(OutboxRow::remoteId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> commanded = store.read(view -> commanded(view, refund.part(row.ref())));
        List<TerminalPayment> foreign;
        try {
            foreign = api.terminalPayments().list(TerminalPaymentQuery.any().withInvoiceId(invoice)).stream()
                    .filter(p -> invoice.equals(p.invoiceId()) && isReversal(p, null) && !others.contains(p.id()))
                    .toList();
        } catch (ApiFailureException e) {
            return new Plan.Trouble(Answer.of(e.result(), any -> ""));
        }
        Optional<TerminalPayment> ours = foreign.stream()
                .filter(p -> mayBeThere
                        && isReversal(p, row.path())
                        && p.amountMinor() == amount
                        && !commanded.contains(Objects.requireNonNullElse(p.reference(), "")))
                .findFirst();
        if (ours.isPresent()) {
            return new Plan.Adopt(ours.get().id());
        }
        return foreign.stream().anyMatch(Lookup::isUnderWay) ? new Plan.Behind(UNDER_WAY) : planner.plan(row);
    }

    /** RevKeen sets its amount aside until the terminal has told how it ended, or has not told for long. */
    private static boolean isUnderWay(TerminalPayment payment) {
        return payment.status().is(TerminalPaymentStatus.REQUESTED)
                || payment.status().is(TerminalPaymentStatus.IN_PROGRESS);
    }

    /** Of the kind that {@code path} asked for; of either where a backup does not tell. */
    private static boolean isReversal(TerminalPayment payment, @Nullable String path) {
        boolean undone = payment.type().is(TerminalPaymentType.VOID);
        boolean refunded = payment.type().is(TerminalPaymentType.REFUND);
        return path == null ? undone || refunded : path.endsWith("/void") ? undone : refunded;
    }

    private static Set<String> commanded(View view, RefundPart part) {
        return view.attemptsOn(Objects.requireNonNull(part.originalAttemptId())).stream()
                .map(PaymentAttempt::reference)
                .collect(Collectors.toSet());
    }

    private Plan paid(OutboxRow row, String reference) throws StoreException {
        String invoice = store.read(view -> Planner.invoice(view, row));
        return search(
                api.payments().list(PaymentQuery.any().withInvoiceId(invoice)),
                p -> reference.equals(p.gatewayTransactionId())
                        || reference.equals(p.metadata().get("reference")),
                p -> invoice,
                () -> planner.plan(row));
    }

    /** Page by page, newest first, no further than to what is looked for. */
    private static <T> Plan search(Listing<T> listing, Predicate<T> ours, Function<T, String> id, Otherwise otherwise)
            throws StoreException {
        Optional<T> found;
        try {
            found = listing.stream().filter(ours).findFirst();
        } catch (ApiFailureException e) {
            return new Plan.Trouble(Answer.of(e.result(), any -> ""));
        }
        return found.isPresent() ? new Plan.Adopt(id.apply(found.get())) : otherwise.plan();
    }

    /** What to do about something that is certainly not there. */
    @FunctionalInterface
    private interface Otherwise {
        Plan plan() throws StoreException;
    }
}
