package io.keentill.engine.account;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.book.InvoiceClaims;
import io.keentill.engine.book.JournalText;
import io.keentill.engine.book.ShiftGate;
import io.keentill.engine.book.UntoldMoney;
import io.keentill.store.InvoiceRow;
import io.keentill.store.OutboxState;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import io.keentill.store.Tx;
import io.keentill.store.View;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Optional;

/** The {@link AccountDesk} on the store. */
public final class Accounts implements AccountDesk {

    private static final System.Logger LOG = System.getLogger(Accounts.class.getName());

    private final TillStore store;
    private final AccountsElsewhere elsewhere;
    private final IdSource ids;
    private final InstantSource clock;
    private final TillEvents events;
    private final Currency currency;
    private final ReceiptWords words;

    /** Takes {@code currency}; {@code words} name the invoice on the receipt. */
    public Accounts(
            TillStore store,
            AccountsElsewhere elsewhere,
            IdSource ids,
            InstantSource clock,
            TillEvents events,
            Currency currency,
            ReceiptWords words) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.currency = currency;
        this.words = words;
    }

    @Override
    public Account ask(String customerId) {
        return elsewhere.ask(customerId);
    }

    @Override
    public TakeResult take(String invoiceId, String operator) {
        try {
            Optional<Sentence> no = store.read(view -> inTheWay(view, invoiceId));
            return no.isPresent() ? new TakeResult.Refused(no.get()) : taken(invoiceId, operator);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "An invoice could not be taken in", e);
            return new TakeResult.Refused(
                    Sentence.of("account.nothing-was-taken-in", "{0} Nothing was taken in.", e.said()));
        }
    }

    private TakeResult taken(String invoiceId, String operator) throws StoreException {
        TakeResult result = switch (elsewhere.invoice(invoiceId, currency)) {
            case InvoiceWord.Silent silent -> new TakeResult.NotReachable(silent.why());
            case InvoiceWord.Not not -> new TakeResult.Refused(not.why());
            case InvoiceWord.Payable payable ->
                // Looked at once more: somebody may have been faster while RevKeen was asked.
                store.write(tx -> inTheWay(tx, invoiceId)
                        .<TakeResult>map(TakeResult.Refused::new)
                        .orElseGet(() -> new TakeResult.Taken(open(tx, payable, operator))));
        };
        if (result instanceof TakeResult.Taken(Order order)) {
            events.publish(new TillEvent.OrderChanged(order));
        }
        return result;
    }

    private Order open(Tx tx, InvoiceWord.Payable invoice, String operator) {
        // An empty basket that lies there is as good as none.
        tx.openOrder().ifPresent(empty -> tx.saveOrder(empty.cancelled(clock.instant())));
        OrderLine line = OrderLine.ofInvoice(
                ids.next(), words.phrase("invoice.line", invoice.number()), words.phrase("invoice.tax"), invoice.due());
        Order order = Order.open(ids.next(), ids.reference(), currency, operator, clock.instant())
                .plusLine(line);
        tx.saveOrder(order);
        tx.invoices()
                .save(new InvoiceRow(
                        order.id(), invoice.id(), invoice.number(), InvoiceRow.Word.CLEAR, null, clock.instant()));
        if (!invoice.customerId().isBlank()) {
            tx.putCustomer(order.id(), invoice.customerId());
        }
        tx.appendJournal(
                "invoice.taken",
                operator,
                order.id(),
                JournalText.of("invoice", invoice.id(), "number", invoice.number(), "due", invoice.due())
                        .with("customer", invoice.customerId())
                        .json());
        return order;
    }

    /** Why the invoice cannot be taken in as things are stored here. */
    private static Optional<Sentence> inTheWay(View view, String invoiceId) {
        Optional<Sentence> here = view.invoices().takes(invoiceId).reversed().stream()
                .flatMap(row -> view.order(row.orderId()).stream().flatMap(order -> here(view, row, order).stream()))
                .findFirst();
        if (here.isPresent()) {
            return here;
        }
        Optional<Sentence> shut = ShiftGate.problem(view);
        if (shut.isPresent()) {
            return shut;
        }
        return view.openOrder()
                .filter(order -> !order.lines().isEmpty())
                .map(order -> Sentence.of(
                        "account.an-invoice-is-paid-in-a",
                        "An invoice is paid in a sale of its own. Finish or park the sale on the counter" + " first."));
    }

    /** Why an earlier sale for the same invoice stands in the way; not once RevKeen has been told all of it. */
    private static Optional<Sentence> here(View view, InvoiceRow row, Order order) {
        return switch (order.state()) {
            case OPEN ->
                Optional.of(Sentence.of(
                        "account.invoice-is-on-the-counter-already",
                        "Invoice {0} is on the counter already.",
                        row.number()));
            case PARKED ->
                Optional.of(Sentence.of(
                        "account.invoice-is-set-aside-as-bring",
                        "Invoice {0} is set aside as {1}. Bring that sale back, or cancel it.",
                        row.number(),
                        order.parkedAs()));
            case CANCELLED -> Optional.empty();
            case PAID ->
                view.outboxOf(order.id()).stream().allMatch(sent -> sent.state() == OutboxState.DONE)
                        ? Optional.empty()
                        : Optional.of(Sentence.of(
                                "account.invoice-was-paid-here-with-receipt",
                                "Invoice {0} was paid here with receipt {1}. RevKeen has not been told all of it"
                                        + " yet.",
                                row.number(),
                                order.receiptNumber()));
        };
    }

    @Override
    public Readiness ready(String orderId) {
        try {
            Optional<Order> order = store.read(view -> view.order(orderId)).filter(Order::settlesInvoice);
            return order.isEmpty() ? new Readiness.Clear() : asked(order.get());
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "Whether an invoice can still be paid could not be stored", e);
            return new Readiness.Stopped(
                    Sentence.of("account.no-money-was-taken", "{0} No money was taken.", e.said()));
        }
    }

    private Readiness asked(Order order) throws StoreException {
        InvoiceRow row = store.read(view -> view.invoices().of(order.id())).orElseThrow();
        Readiness judged = judged(elsewhere.invoice(row.invoiceId(), currency), row, order);
        Optional<String> other = judged instanceof Readiness.Clear ? claimed(row, order) : Optional.empty();
        Readiness readiness = other.<Readiness>map(till -> takenAt(till, row)).orElse(judged);
        InvoiceRow said = switch (readiness) {
            case Readiness.Clear _ -> row.said(InvoiceRow.Word.CLEAR, null, clock.instant());
            case Readiness.Silent(Sentence why) -> row.said(InvoiceRow.Word.SILENT, why, clock.instant());
            case Readiness.Stopped(Sentence why) -> row.said(InvoiceRow.Word.STOPPED, why, clock.instant());
        };
        boolean untouched = store.write(tx -> {
            tx.invoices().save(said);
            if (said.word() == InvoiceRow.Word.STOPPED && row.word() != InvoiceRow.Word.STOPPED) {
                tx.appendJournal(
                        "invoice.stopped",
                        "revkeen",
                        order.id(),
                        JournalText.of("invoice", row.invoiceId(), "number", row.number(), "why", said.why())
                                .json());
            }
            return tx.order(order.id()).filter(now -> UntoldMoney.on(tx, now)).isEmpty();
        });
        // Only once no money can be taken here any more, and none may have been: whoever hears it takes the money.
        if (other.isPresent() && untouched) {
            elsewhere.withdraw(row.invoiceId(), order.reference());
        }
        return readiness;
    }

    /**
     * Tells others and hears which other till takes the money, if one does. Kept before it is told: should the till stop in
     * between, a sale that is dropped takes it back all the same.
     */
    private Optional<String> claimed(InvoiceRow row, Order order) throws StoreException {
        InvoiceClaims.Claim claim = new InvoiceClaims.Claim(row.invoiceId(), elsewhere.withdrawal(order.reference()));
        store.write(tx -> {
            InvoiceClaims.tells(tx, order.id(), claim);
            return claim;
        });
        return elsewhere.claim(row.invoiceId(), order.reference());
    }

    private static Readiness takenAt(String till, InvoiceRow row) {
        return new Readiness.Stopped(Sentence.of(
                "account.invoice-is-being-paid-at-another",
                "Invoice {0} is being paid at another till right now: {1}. Wait until that is done, then"
                        + " pay here again; nobody pays twice. If nothing comes of it there, the invoice is"
                        + " free as soon as that sale is cancelled, or {2} minutes after it was begun.",
                row.number(),
                till,
                AccountsElsewhere.CLAIM_HOLDS.toMinutes()));
    }

    /** RevKeen knows nothing of what was paid on this order so far: it is told when the order is whole. */
    private static Readiness judged(InvoiceWord word, InvoiceRow row, Order order) {
        if (order.state() != OrderState.OPEN) {
            return new Readiness.Stopped(Sentence.of(
                    "account.this-sale-is-no-longer-open", "This sale is no longer open. Nothing was charged."));
        }
        Money total = order.totals().total();
        Sentence next = order.tenders().isEmpty()
                ? Sentence.of("account.cancel-this-sale", "Cancel this sale.")
                : Sentence.of(
                        "account.give-back-what-was-paid-here",
                        "Give back what was paid here: this sale goes back whole.");
        return switch (word) {
            case InvoiceWord.Silent silent -> new Readiness.Silent(silent.why());
            case InvoiceWord.Not not -> new Readiness.Stopped(not.why().then(next));
            case InvoiceWord.Payable payable ->
                payable.due().equals(total)
                        ? new Readiness.Clear()
                        : new Readiness.Stopped(Sentence.of(
                                "account.invoice-was-taken-in-for-and",
                                "Invoice {0} was taken in for {1}, and {2} is due on it now. {3} Then take the"
                                        + " invoice in again.",
                                row.number(),
                                total,
                                payable.due(),
                                next));
        };
    }
}
