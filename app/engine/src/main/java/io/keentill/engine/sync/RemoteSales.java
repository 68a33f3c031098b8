package io.keentill.engine.sync;

import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.refund.GivenElsewhere;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.book.BackCount;
import io.keentill.engine.refund.ForeignSale;
import io.keentill.engine.refund.SalesElsewhere;
import io.keentill.revkeen.ApiFailureException;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditNote;
import io.keentill.revkeen.creditnotes.CreditNoteQuery;
import io.keentill.revkeen.creditnotes.CreditNoteStatus;
import io.keentill.revkeen.creditnotes.CreditOptions;
import io.keentill.revkeen.creditnotes.PaymentOptions;
import io.keentill.revkeen.orders.Order;
import io.keentill.revkeen.orders.OrderLine;
import io.keentill.revkeen.orders.OrderQuery;
import io.keentill.revkeen.transactions.Transaction;
import io.keentill.revkeen.transactions.TransactionQuery;
import io.keentill.revkeen.transactions.TransactionStatus;
import io.keentill.revkeen.transactions.TransactionType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sales of other tills, looked for among RevKeen's orders by the reference that every till puts into their metadata. */
final class RemoteSales implements SalesElsewhere {

    private static final Duration BACK = Duration.ofDays(92);
    /** Twenty requests of a hundred orders, a fifth of a minute's worth in test mode. */
    private static final int MOST = 2_000;

    private static final TaxRate WITHIN = new TaxRate("revkeen", "incl. tax", new Rate(0), true);

    private final RevKeen api;
    private final InstantSource clock;

    RemoteSales(RevKeen api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Answer find(String code) {
        String reference = code.strip().toUpperCase(Locale.ROOT);
        OrderQuery recent = OrderQuery.any().withCreatedGte(clock.instant().minus(BACK));
        Optional<Order> found;
        try {
            found = api.orders().list(recent).stream()
                    .limit(MOST)
                    .filter(o -> reference.equals(o.metadata().get("keentill_reference")))
                    .filter(o -> o.invoiceId() != null && o.metadata().get("keentill_order") instanceof String)
                    .findFirst();
        } catch (ApiFailureException e) {
            return new Answer.NotReachable(Sentence.of(
                    "sync.revkeen-cannot-be-asked-for-this",
                    "RevKeen cannot be asked for this sale: {0}",
                    e.getMessage()));
        }
        try {
            return found.isEmpty() ? new Answer.Unknown() : withCredit(found.get());
        } catch (ApiFailureException e) {
            return new Answer.NotReachable(Sentence.of(
                    "sync.revkeen-does-not-say-what-went",
                    "RevKeen does not say what went back of this sale: {0}",
                    e.getMessage()));
        }
    }

    private Answer withCredit(Order order) {
        String invoice = Objects.requireNonNull(order.invoiceId());
        Currency currency = Currency.getInstance(order.currency().toUpperCase(Locale.ROOT));
        return switch (api.creditNotes().optionsForInvoice(invoice)) {
            case ApiResult.Ok<CreditOptions> ok -> {
                GivenElsewhere gone = gone(invoice, currency);
                yield new Answer.Found(new ForeignSale(sale(order, ok.value(), gone, currency), invoice));
            }
            case ApiResult.Refused<CreditOptions> no ->
                new Answer.NotReachable(Sentence.of(
                        "sync.revkeen-does-not-say-what-may",
                        "RevKeen does not say what may go back of this sale: {0}",
                        ApiWords.summary(no.error())));
            case ApiResult.Unreachable<CreditOptions> lost ->
                new Answer.NotReachable(Sentence.of(
                        "sync.revkeen-cannot-be-asked-for-this",
                        "RevKeen cannot be asked for this sale: {0}",
                        ApiWords.lost(lost)));
        };
    }

    /**
     * What went back of it, however. RevKeen's own word of what may be credited takes a refund and a credit note for the
     * same money, which they need not be.
     *
     * @throws ApiFailureException if RevKeen does not tell
     */
    private GivenElsewhere gone(String invoice, Currency currency) {
        List<CreditNote> notes = api.creditNotes().list(CreditNoteQuery.any().withInvoiceId(invoice)).stream()
                .filter(n -> invoice.equals(n.invoiceId()))
                .filter(n ->
                        !n.status().is(CreditNoteStatus.VOIDED) && !n.status().is(CreditNoteStatus.VOID))
                .toList();
        List<BackCount.Moved> moved = api
                .transactions()
                .list(TransactionQuery.any().withInvoiceId(invoice))
                .stream()
                .filter(t -> invoice.equals(t.invoiceId()) && isBack(t))
                .map(t -> new BackCount.Moved(
                        Money.of(t.amount(), currency),
                        Objects.requireNonNullElse(t.paymentMethodType(), ""),
                        t.createdAt()))
                .toList();
        return BackCount.of(
                currency,
                moved,
                notes.stream()
                        .flatMap(n -> BackCount.cardParts(n.reason(), currency).stream())
                        .toList(),
                notes.stream()
                        .map(n -> new BackCount.Note(
                                Money.of(n.amountMinor(), currency),
                                n.creditMethod() == null ? "" : n.creditMethod().toString()))
                        .toList());
    }

    private static boolean isBack(Transaction one) {
        if (one.status().is(TransactionStatus.FAILED)) {
            return false;
        }
        return one.type().is(TransactionType.VOID)
                || (one.type().is(TransactionType.REFUND) && !one.status().is(TransactionStatus.VOIDED));
    }

    private io.keentill.domain.order.Order sale(
            Order order, CreditOptions options, GivenElsewhere gone, Currency currency) {
        Instant at = Objects.requireNonNullElse(order.createdAt(), clock.instant());
        return new io.keentill.domain.order.Order(
                String.valueOf(order.metadata().get("keentill_order")),
                String.valueOf(order.metadata().get("keentill_reference")),
                OrderState.PAID,
                currency,
                order.lineItems().stream().map(l -> line(l, currency)).toList(),
                null,
                tenders(options, gone, currency, at),
                "revkeen",
                at,
                null,
                number(order.metadata().get("keentill_receipt")),
                at);
    }

    private static io.keentill.domain.order.OrderLine line(OrderLine line, Currency currency) {
        return new io.keentill.domain.order.OrderLine(
                line.id(),
                null,
                line.productId(),
                String.valueOf(line.metadata().getOrDefault("sku", "")),
                line.description(),
                Money.of(line.unitPrice(), currency),
                Quantity.of(line.quantity()),
                WITHIN,
                null);
    }

    /** What may go back in cash is at most what was paid in cash; everything else was a card. */
    private static List<Tender> tenders(CreditOptions options, GivenElsewhere gone, Currency currency, Instant at) {
        long unpaid = options.totalPaidMinor() - gone.total().minor();
        long left = Math.max(0, Math.min(options.maxCreditableMinor(), unpaid));
        long cashPaid = options.payments().stream()
                .filter(p -> "cash".equals(p.paymentMethod()))
                .mapToLong(PaymentOptions::amountAvailableMinor)
                .sum();
        long cash = Math.min(left, cashPaid);
        List<Tender> tenders = new ArrayList<>();
        add(tenders, TenderType.CARD, Money.of(left - cash, currency), at);
        add(tenders, TenderType.CASH, Money.of(cash, currency), at);
        return tenders;
    }

    private static void add(List<Tender> tenders, TenderType type, Money amount, Instant at) {
        Money nothing = Money.zero(amount.currency());
        if (amount.isPositive()) {
            tenders.add(new Tender(type.name(), type, amount, amount, nothing, nothing, null, at));
        }
    }

    private static @Nullable Long number(@Nullable Object text) {
        return text instanceof String digits && digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }
}
