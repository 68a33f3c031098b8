package io.keentill.engine.sync;

import io.keentill.domain.order.Order;
import io.keentill.domain.payment.Exchange;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.account.AccountsElsewhere;
import io.keentill.engine.book.InvoiceClaims;
import io.keentill.engine.book.OutboxKind;
import io.keentill.engine.book.SaleInvoice;
import io.keentill.engine.care.Anchors;
import io.keentill.engine.cloud.CloudDriver;
import io.keentill.engine.setup.Settings;
import io.keentill.revkeen.ApiCall;
import io.keentill.revkeen.FrozenRequest;
import io.keentill.revkeen.RevKeen;
import io.keentill.revkeen.invoices.InvoicePayment;
import io.keentill.revkeen.invoices.OfflineMethod;
import io.keentill.revkeen.terminal.TerminalPaymentRequest;
import io.keentill.store.InvoiceRow;
import io.keentill.store.JournalHead;
import io.keentill.store.OutboxRow;
import io.keentill.store.PayLinkRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes the request of an outbox row from what is stored, once everything that it needs is known. */
final class Planner {

    private static final Duration FOR_CHANNEL = Duration.ofSeconds(2);
    private static final Set<OutboxKind> REFUNDING =
            EnumSet.of(OutboxKind.CREDIT, OutboxKind.CREDIT_VOID, OutboxKind.CARD_BACK);

    private final TillStore store;
    private final RevKeen api;
    private final IdSource ids;
    private final InstantSource clock;
    private final DeviceIdentity device;
    private final RefundPlanner refunds;

    Planner(TillStore store, RevKeen api, IdSource ids, InstantSource clock, DeviceIdentity device) {
        this.store = store;
        this.api = api;
        this.ids = ids;
        this.clock = clock;
        this.device = device;
        this.refunds = new RefundPlanner(api, device, clock);
    }

    /** The request of a row that is not frozen yet. */
    Plan plan(OutboxRow row) throws StoreException {
        return store.read(view -> plan(view, row));
    }

    /** The bytes that a row has, under a new key; new ones if it has none. */
    Plan again(OutboxRow row) throws StoreException {
        if (row.method() == null) {
            return plan(row);
        }
        return new Plan.Send(new FrozenRequest(
                row.method(),
                Objects.requireNonNull(row.path()),
                Objects.requireNonNullElse(row.body(), new byte[0]),
                ids.next()));
    }

    /** Needless if nobody wants it any more, else Stuck for this reason. */
    Plan needless(OutboxRow row, Sentence why) throws StoreException {
        return plan(row) instanceof Plan.Needless needless ? needless : new Plan.Stuck(why);
    }

    /** Whether it is known whom the sale's invoice is for: a customer with a name, or the one that stands for all others. */
    boolean hasCustomer(OutboxRow row) throws StoreException {
        return store.read(view -> customer(view, row.saleId()).isPresent());
    }

    private static Optional<String> customer(View view, String saleId) {
        return view.customerOf(saleId).or(() -> view.setting(WalkInCustomer.SETTING));
    }

    private Plan plan(View view, OutboxRow row) {
        return switch (OutboxKind.of(row.kind())) {
            case CREDIT -> told(refunds.credit(view, row));
            case CREDIT_VOID -> told(refunds.creditVoid(view, row));
            case CARD_BACK -> told(refunds.cardBack(view, row));
            case MAIL ->
                send(api.messages()
                        .send(MailTranslation.message(
                                view, view.mails().mail(row.ref()).orElseThrow())));
            case FINALIZE -> send(api.invoices().finalizeDraft(invoice(view, row), false));
            case LET_GO -> letGo(view, row);
            case INVOICE, ORDER, CASH, CARD, LINK, EXCHANGE ->
                sale(view, row, view.order(row.saleId()).orElseThrow());
        };
    }

    /** A claim ends by itself: what others were not told in time they need not hear any more. */
    private Plan letGo(View view, OutboxRow row) {
        boolean over = Duration.between(row.createdAt(), clock.instant()).compareTo(AccountsElsewhere.CLAIM_HOLDS) >= 0;
        return InvoiceClaims.of(view, row.saleId())
                .filter(claim -> !over)
                .map(claim -> send(api.invoices().comment(claim.invoiceId(), claim.withdrawal(), true)))
                .orElseGet(Plan.Needless::new);
    }

    private Plan told(RefundPlanner.Told told) {
        return switch (told) {
            case RefundPlanner.Told.Call(ApiCall<?> call) -> send(call);
            case RefundPlanner.Told.Other(Plan plan) -> plan;
        };
    }

    private Plan sale(View view, OutboxRow row, Order order) {
        return switch (OutboxKind.of(row.kind())) {
            case CREDIT, CREDIT_VOID, CARD_BACK, MAIL, FINALIZE, LET_GO ->
                throw new IllegalArgumentException("Not made of a sale: " + row.kind());
            case INVOICE ->
                send(api.invoices()
                        .upsertExternal(
                                SaleTranslation.SOURCE,
                                order.id(),
                                SaleTranslation.invoice(
                                        order, customer(view, order.id()).orElseThrow(), clock.instant())));
            case ORDER ->
                send(api.orders()
                        .create(SaleTranslation.order(
                                order,
                                invoice(view, row),
                                view.customerOf(order.id()).orElse(null),
                                proof(view, order))));
            case CASH -> send(api.invoices().pay(invoice(view, row), cash(order, tender(order, row))));
            case CARD -> card(view, row, order);
            case LINK -> send(api.invoices().pay(invoice(view, row), online(view, tender(order, row))));
            case EXCHANGE -> send(api.invoices().pay(invoice(view, row), exchanged(view, order, tender(order, row))));
        };
    }

    /**
     * Where the till's journal stood when the sale was closed, for RevKeen to keep: out of reach of whoever can change the
     * till's data.
     */
    private static Map<String, Object> proof(View view, Order order) {
        Map<String, Object> proof = new LinkedHashMap<>();
        view.setting(Settings.TILL_ID).ifPresent(till -> proof.put(Anchors.TILL, till));
        view.journalOf(order.id()).stream()
                .filter(entry -> entry.type().equals("sale.closed"))
                .findFirst()
                .ifPresent(entry -> proof.put(Anchors.JOURNAL, new JournalHead(entry.seq(), entry.hash()).brief()));
        return proof;
    }

    private Plan card(View view, OutboxRow row, Order order) {
        Tender tender = tender(order, row);
        PaymentAttempt attempt =
                view.attempt(Objects.requireNonNull(tender.attemptId())).orElseThrow();
        Optional<String> deviceId = view.setting(DeviceIdentity.SETTING);
        if (CloudDriver.drives(attempt.terminal())) {
            // RevKeen took it and has it as a terminal payment of its own: posted again it would be charged again.
            return send(api.invoices().pay(invoice(view, row), recorded(tender, attempt)));
        }
        if (device.notOffered()) {
            // Without a connector channel a payment posted to terminal-payments would be charged a second time by
            // whatever drives that device; the documented way to record money taken elsewhere is used instead.
            return send(api.invoices().pay(invoice(view, row), recorded(tender, attempt)));
        }
        if (deviceId.isEmpty() || !device.linked()) {
            return new Plan.NotYet(
                    Sentence.of("sync.waiting-for-the-connector-channel", "Waiting for the connector channel"),
                    FOR_CHANNEL);
        }
        return send(api.terminalPayments()
                .create(TerminalPaymentRequest.of(
                                deviceId.get(),
                                tender.applied().minor(),
                                order.currency().getCurrencyCode())
                        .withInvoiceId(invoice(view, row))
                        .withReference(attempt.reference())));
    }

    private static InvoicePayment cash(Order order, Tender tender) {
        String notes = "Cash, handed " + tender.tendered() + ", change " + tender.change() + ", receipt "
                + order.receiptNumber();
        return payment(OfflineMethod.CASH, tender, tender.id(), notes);
    }

    private static InvoicePayment recorded(Tender tender, PaymentAttempt attempt) {
        String where = CloudDriver.drives(attempt.terminal())
                ? "Card on RevKeen's terminal, terminal payment "
                        + attempt.card().receiptNumber()
                : "Card on the till's own terminal";
        String notes = where + ", authorisation "
                + Objects.requireNonNullElse(attempt.card().authCode(), "not given");
        return payment(OfflineMethod.OTHER, tender, attempt.reference(), notes);
    }

    /** RevKeen took it on its own page and has it as a payment of its own; the sale's invoice is told that it is paid. */
    private static InvoicePayment online(View view, Tender tender) {
        String attempt = Objects.requireNonNull(tender.attemptId());
        String session = view.payLinks().of(attempt).map(PayLinkRow::sessionId).orElse("not known");
        return payment(
                OfflineMethod.OTHER,
                tender,
                view.attempt(attempt).orElseThrow().reference(),
                "Paid on RevKeen's page, checkout session " + session);
    }

    /** Paid with goods that came back: the refund, and the sale they came back from, say the rest. */
    private static InvoicePayment exchanged(View view, Order order, Tender tender) {
        Exchange whose = Objects.requireNonNull(tender.exchange());
        String receipt = view.refund(whose.refundId())
                .map(refund -> refund.orderReceipt() + ", sale " + refund.orderReference())
                .orElse("not known");
        return payment(
                OfflineMethod.OTHER,
                tender,
                exchangeReference(order, tender),
                "Exchange, refund " + whose.refundReference() + ": goods of receipt " + receipt + " came back");
    }

    /** The refund's own reference; where one refund pays twice, since it was paid in two ways, the second is numbered. */
    static String exchangeReference(Order order, Tender tender) {
        Exchange whose = Objects.requireNonNull(tender.exchange());
        int before = (int) order.tenders().stream()
                .takeWhile(t -> !t.id().equals(tender.id()))
                .filter(t -> t.exchange() != null
                        && whose.refundId().equals(t.exchange().refundId()))
                .count();
        return before == 0 ? whose.refundReference() : whose.refundReference() + "-" + (before + 1);
    }

    private static InvoicePayment payment(OfflineMethod method, Tender tender, String reference, String notes) {
        return InvoicePayment.of(method)
                .withAmountMinor(tender.applied().minor())
                .withReference(reference)
                .withNotes(notes)
                .withPaidAt(tender.takenAt());
    }

    static Tender tender(Order order, OutboxRow row) {
        return order.tenders().stream()
                .filter(t -> t.id().equals(row.ref()))
                .findFirst()
                .orElseThrow();
    }

    /** RevKeen's id of the sale's invoice: made by an earlier step, or there before the sale. */
    static String invoice(View view, OutboxRow row) {
        return SaleInvoice.idOf(view, row.saleId())
                .orElseThrow(() -> new IllegalStateException(
                        "Step " + row.step() + " of sale " + row.saleId() + " came before its invoice"));
    }

    /** Why a row was refused, and what that means where the customer has paid an invoice that RevKeen had already. */
    Sentence told(OutboxRow row, Sentence why) throws StoreException {
        return store.read(view -> view.invoices()
                .of(row.saleId())
                .filter(paid -> !REFUNDING.contains(OutboxKind.of(row.kind())))
                .flatMap(paid -> view.order(row.saleId()).map(sale -> why.then(words(paid, sale))))
                .orElse(why));
    }

    private static Sentence words(InvoiceRow paid, Order sale) {
        return Sentence.of(
                "sync.the-customer-has-paid-invoice-here",
                "The customer has paid invoice {0} here, with receipt {1}. If it was paid"
                        + " elsewhere too, give the money of this receipt back, then dismiss this; if it"
                        + " was not, record the payment in RevKeen.",
                paid.number(),
                sale.receiptNumber());
    }

    private Plan send(ApiCall<?> call) {
        return new Plan.Send(call.withIdempotencyKey(ids.next()).request());
    }
}
