package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.account.InvoiceWord;
import io.keentill.revkeen.ApiError;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditOptions;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceStatus;
import io.keentill.revkeen.payments.Payment;
import io.keentill.revkeen.payments.PaymentQuery;
import io.keentill.revkeen.payments.PaymentStatus;
import io.keentill.revkeen.terminal.TerminalPayment;
import io.keentill.revkeen.terminal.TerminalPaymentQuery;
import io.keentill.revkeen.terminal.TerminalPaymentStatus;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Whether one invoice can be paid at a till, and how much is due: its state (API reference B.10, C.3), what RevKeen says is
 * paid of it ({@code GET /credit_notes/invoice/{id}/eligibility}, B.11; the invoice itself does not tell), and whether money
 * for it is on its way from somewhere else (B.2, B.15).
 */
final class InvoiceQuestion {

    private static final Set<PaymentStatus> ON_ITS_WAY = Set.of(PaymentStatus.PENDING, PaymentStatus.AUTHORIZED);

    private static final Set<PaymentStatus> TAKEN = Set.of(
            PaymentStatus.CAPTURED, PaymentStatus.SUCCEEDED, PaymentStatus.PARTIALLY_REFUNDED, PaymentStatus.REFUNDED);

    /** The rail of a till among an invoice's allowed ways to be paid. */
    private static final String IN_STORE = "in_store";

    private static final int MOST = 1_000;

    private final RevKeen api;

    InvoiceQuestion(RevKeen api) {
        this.api = api;
    }

    InvoiceWord ask(String invoiceId, Currency currency) {
        return switch (api.invoices().get(invoiceId)) {
            case ApiResult.Ok<Invoice> ok -> {
                Sentence no = refusal(ok.value(), currency);
                yield no.isEmpty() ? payable(ok.value(), currency) : new InvoiceWord.Not(no);
            }
            case ApiResult.Refused<Invoice> no
            when no.error() instanceof ApiError.NotFound ->
                new InvoiceWord.Not(
                        Sentence.of("sync.revkeen-has-no-such-invoice-any", "RevKeen has no such invoice any more."));
            case ApiResult.Refused<Invoice> no -> silent(no);
            case ApiResult.Unreachable<Invoice> lost -> silent(lost);
        };
    }

    /** Why its state does not allow it; empty if it does. */
    private static Sentence refusal(Invoice invoice, Currency currency) {
        Sentence name = Sentence.of("sync.invoice", "Invoice {0}", RemoteAccounts.numberOf(invoice));
        if (RemoteAccounts.isOfTill(invoice)) {
            return Sentence.of(
                    "sync.is-of-a-sale-at-a", "{0} is of a sale at a till of this shop, where it was paid.", name);
        }
        InvoiceStatus status = invoice.status().known().orElse(null);
        if (status == null) {
            return Sentence.of(
                    "sync.is-which-this-till-does-not",
                    "{0} is {1}, which this till does not know. It takes no money for it.",
                    name,
                    invoice.status().text());
        }
        if (!RemoteAccounts.PAYABLE.contains(status)) {
            return name.then(words(status));
        }
        if (RemoteAccounts.currencyOf(invoice).filter(currency::equals).isEmpty()) {
            return Sentence.of(
                    "sync.is-in-and-this-till-takes",
                    "{0} is in {1}, and this till takes {2}.",
                    name,
                    invoice.currency().toUpperCase(Locale.ROOT),
                    currency.getCurrencyCode());
        }
        return invoice.allowedMethods().isEmpty() || invoice.allowedMethods().contains(IN_STORE)
                ? Sentence.quoted("")
                : Sentence.of(
                        "sync.may-not-be-paid-in-a",
                        "{0} may not be paid in a shop, only by {1}.",
                        name,
                        String.join(", ", invoice.allowedMethods()).replace('_', ' '));
    }

    private static Sentence words(InvoiceStatus status) {
        return switch (status) {
            case DRAFT, PENDING_APPROVAL -> Sentence.of("sync.is-not-made-out-yet", "is not made out yet.");
            case PAID -> Sentence.of("sync.is-paid-already", "is paid already.");
            case VOID, VOIDED -> Sentence.of("sync.was-voided", "was voided.");
            case UNCOLLECTIBLE -> Sentence.of("sync.was-written-off", "was written off.");
            case REFUNDED -> Sentence.of("sync.was-paid-and-given-back", "was paid and given back.");
            case OPEN, FINALIZED, APPROVED, SENT, OVERDUE, PARTIALLY_PAID ->
                Sentence.of("sync.can-be-paid", "can be paid.");
        };
    }

    private InvoiceWord payable(Invoice invoice, Currency currency) {
        ApiResult<CreditOptions> options = api.creditNotes().optionsForInvoice(invoice.id());
        if (!(options instanceof ApiResult.Ok<CreditOptions> paid)) {
            return silent(options);
        }
        ApiResult<List<Payment>> payments = api.payments()
                .list(PaymentQuery.any().withInvoiceId(invoice.id()))
                .all(MOST);
        if (!(payments instanceof ApiResult.Ok<List<Payment>> known)) {
            return silent(payments);
        }
        ApiResult<List<TerminalPayment>> terminals = api.terminalPayments()
                .list(TerminalPaymentQuery.any().withInvoiceId(invoice.id()))
                .all(MOST);
        if (!(terminals instanceof ApiResult.Ok<List<TerminalPayment>> running)) {
            return silent(terminals);
        }
        String number = RemoteAccounts.numberOf(invoice);
        boolean under = known.value().stream()
                        .anyMatch(p -> invoice.id().equals(p.invoiceId())
                                && p.status()
                                        .known()
                                        .filter(ON_ITS_WAY::contains)
                                        .isPresent())
                || running.value().stream().anyMatch(p -> invoice.id().equals(p.invoiceId()) && isRunning(p));
        if (under) {
            return new InvoiceWord.Not(Sentence.of(
                    "sync.a-payment-for-invoice-is-on",
                    "A payment for invoice {0} is on its way elsewhere. Wait until RevKeen knows"
                            + " what became of it.",
                    number));
        }
        // Should the two differ, the customer is asked for too little rather than for too much.
        long taken = Math.max(paid.value().totalPaidMinor(), taken(invoice, known.value()));
        Money due = Money.of(invoice.totalMinor() - taken, currency);
        return due.isPositive()
                ? new InvoiceWord.Payable(invoice.id(), number, invoice.customerUuid(), due)
                : new InvoiceWord.Not(
                        Sentence.of("sync.nothing-is-due-on-invoice", "Nothing is due on invoice {0}.", number));
    }

    private static long taken(Invoice invoice, List<Payment> payments) {
        return payments.stream()
                .filter(p -> invoice.id().equals(p.invoiceId()))
                .filter(p -> p.status().known().filter(TAKEN::contains).isPresent())
                .mapToLong(p -> Objects.requireNonNullElse(p.amountCaptured(), p.amount()))
                .sum();
    }

    private static boolean isRunning(TerminalPayment payment) {
        return payment.status().is(TerminalPaymentStatus.REQUESTED)
                || payment.status().is(TerminalPaymentStatus.IN_PROGRESS);
    }

    private static InvoiceWord silent(ApiResult<?> result) {
        return new InvoiceWord.Silent(
                switch (result) {
                    case ApiResult.Refused<?> no ->
                        Sentence.of(
                                "sync.revkeen-cannot-be-asked-about-this",
                                "RevKeen cannot be asked about this invoice: {0} {1}",
                                ApiWords.summary(no.error()),
                                ApiWords.advice(no.error()));
                    case ApiResult.Unreachable<?> _ ->
                        Sentence.of(
                                "sync.revkeen-cannot-be-reached-and-without",
                                "RevKeen cannot be reached, and without it nothing is known of an invoice.");
                    case ApiResult.Ok<?> ok ->
                        Sentence.of("sync.revkeen-answered", "RevKeen answered {0}.", ok.status());
                });
    }
}
