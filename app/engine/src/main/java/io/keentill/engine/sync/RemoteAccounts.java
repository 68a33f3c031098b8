package io.keentill.engine.sync;

import io.keentill.domain.money.Money;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.ApiWords;
import io.keentill.engine.Waits;
import io.keentill.engine.account.Account;
import io.keentill.engine.account.AccountsElsewhere;
import io.keentill.engine.account.Entitled;
import io.keentill.engine.account.InvoiceWord;
import io.keentill.engine.account.OpenInvoice;
import io.keentill.engine.account.Seen;
import io.keentill.revkeen.ApiResult;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.creditnotes.CreditOptions;
import io.keentill.revkeen.entitlements.Benefit;
import io.keentill.revkeen.entitlements.Entitlement;
import io.keentill.revkeen.entitlements.EntitlementQuery;
import io.keentill.revkeen.invoices.Invoice;
import io.keentill.revkeen.invoices.InvoiceQuery;
import io.keentill.revkeen.invoices.InvoiceStatus;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Customers and their invoices, asked for at RevKeen when somebody wants to know. Invoices are read from {@code GET
 * /invoices?customerId=} (API reference B.10) and not from the customer's own list (B.8): only the former tells where one
 * came from, and the invoice of a till's sale may still be open there although the customer has paid at the till.
 */
final class RemoteAccounts implements AccountsElsewhere {

    /** What takes money (API reference C.3, both vocabularies). */
    static final Set<InvoiceStatus> PAYABLE = EnumSet.of(
            InvoiceStatus.OPEN,
            InvoiceStatus.FINALIZED,
            InvoiceStatus.APPROVED,
            InvoiceStatus.SENT,
            InvoiceStatus.OVERDUE,
            InvoiceStatus.PARTIALLY_PAID);

    /** Of which something may have been paid; RevKeen's invoice does not say how much. */
    private static final Set<InvoiceStatus> PERHAPS_PART =
            EnumSet.of(InvoiceStatus.PARTIALLY_PAID, InvoiceStatus.OVERDUE);

    private static final int MOST_INVOICES = 300;
    private static final int MOST_ENTITLEMENTS = 100;
    private static final int MOST_DUES = 10;

    private final RevKeen api;
    private final Waits waits;
    private final InvoiceQuestion question;
    private final InvoiceClaim claim;

    RemoteAccounts(RevKeen api, Waits waits, InvoiceClaim claim) {
        this.api = api;
        this.waits = waits;
        this.claim = claim;
        this.question = new InvoiceQuestion(api);
    }

    @Override
    public Account ask(String customerId) {
        return InTime.ask(
                waits,
                "account",
                Account.UNKNOWN,
                why -> new Account(new Seen.Refused<>(why), new Seen.Refused<>(why)),
                () -> new Account(entitlements(customerId), invoices(customerId)));
    }

    @Override
    public InvoiceWord invoice(String invoiceId, Currency currency) {
        return InTime.ask(
                waits,
                "invoice",
                new InvoiceWord.Silent(Sentence.of(
                        "sync.revkeen-did-not-answer-within-seconds-try",
                        "RevKeen did not answer within {0} seconds. Try again.",
                        InTime.LONGEST.toSeconds())),
                InvoiceWord.Silent::new,
                () -> question.ask(invoiceId, currency));
    }

    @Override
    public Optional<String> claim(String invoiceId, String sale) {
        return InTime.ask(
                waits, "invoice", Optional.empty(), why -> Optional.empty(), () -> claim.take(invoiceId, sale));
    }

    @Override
    public void withdraw(String invoiceId, String sale) {
        InTime.ask(waits, "invoice", sale, why -> sale, () -> {
            claim.withdraw(invoiceId, sale);
            return sale;
        });
    }

    @Override
    public String withdrawal(String sale) {
        return claim.withdrawal(sale);
    }

    private Seen<Entitled> entitlements(String customerId) {
        return seen(
                api.entitlements()
                        .ofCustomer(customerId, EntitlementQuery.any())
                        .all(MOST_ENTITLEMENTS),
                held -> new Seen.Told<>(
                        held.stream().map(RemoteAccounts::entitled).toList(), held.size() >= MOST_ENTITLEMENTS));
    }

    private static Entitled entitled(Entitlement one) {
        Benefit benefit = one.benefit();
        String name = benefit == null
                ? one.benefitId()
                : Objects.requireNonNullElse(
                        benefit.name(), Objects.requireNonNullElse(benefit.benefitKey(), benefit.id()));
        return new Entitled(name, one.status().text().toLowerCase(Locale.ROOT), one.hasAccess(), one.expiresAt());
    }

    private Seen<OpenInvoice> invoices(String customerId) {
        return seen(
                api.invoices()
                        .list(InvoiceQuery.any().withCustomerId(customerId))
                        .all(MOST_INVOICES),
                all -> new Seen.Told<>(open(all), all.size() >= MOST_INVOICES));
    }

    private List<OpenInvoice> open(List<Invoice> all) {
        List<OpenInvoice> open = new ArrayList<>();
        int asked = 0;
        for (Invoice one : all) {
            Optional<Currency> currency = currencyOf(one);
            if (!isOpen(one) || currency.isEmpty()) {
                continue;
            }
            Money total = Money.of(one.totalMinor(), currency.get());
            boolean whole = one.status().known().filter(PERHAPS_PART::contains).isEmpty();
            Money due = whole ? total : asked++ < MOST_DUES ? due(one, total) : null;
            open.add(new OpenInvoice(
                    one.id(),
                    numberOf(one),
                    total,
                    due,
                    one.status().text().toLowerCase(Locale.ROOT),
                    one.createdAt(),
                    one.dueDate()));
        }
        return open;
    }

    private @Nullable Money due(Invoice one, Money total) {
        return api.creditNotes().optionsForInvoice(one.id()) instanceof ApiResult.Ok<CreditOptions> ok
                ? total.minus(Money.of(ok.value().totalPaidMinor(), total.currency()))
                : null;
    }

    private static boolean isOpen(Invoice one) {
        return isPayable(one) && !isOfTill(one);
    }

    /** Whether its state lets it take money. */
    static boolean isPayable(Invoice one) {
        return one.status().known().filter(PAYABLE::contains).isPresent();
    }

    /** Whether a till of this shop made it: the customer has paid there, whatever RevKeen has been told so far. */
    static boolean isOfTill(Invoice one) {
        return SaleTranslation.SOURCE.equals(one.externalSource());
    }

    /** Its number for people; the beginning of its id where it has none yet. */
    static String numberOf(Invoice one) {
        String number = one.invoiceNumber();
        return number == null || number.isBlank()
                ? one.id().substring(0, Math.min(8, one.id().length()))
                : number;
    }

    /** Empty for one that this program has never heard of. */
    static Optional<Currency> currencyOf(Invoice one) {
        String code = one.currency().toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    private static <T, U> Seen<U> seen(ApiResult<T> result, Function<T, Seen<U>> told) {
        return switch (result) {
            case ApiResult.Ok<T> ok -> told.apply(ok.value());
            case ApiResult.Unreachable<T> _ -> new Seen.NotReachable<>();
            case ApiResult.Refused<T> no -> new Seen.Refused<>(ApiWords.full(no.error()));
        };
    }
}
