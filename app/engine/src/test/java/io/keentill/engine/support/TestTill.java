package io.keentill.engine.support;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.money.Rate;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.receipt.ReceiptComposer;
import io.keentill.domain.receipt.ReceiptWords;
import io.keentill.domain.receipt.ShiftReceipts;
import io.keentill.domain.shop.Shop;
import io.keentill.engine.IdSource;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.Waits;
import io.keentill.engine.book.SaleBook;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.Patience;
import io.keentill.engine.payment.Payments;
import io.keentill.engine.receipts.Paper;
import io.keentill.engine.refund.Refunds;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.selling.Selling;
import io.keentill.engine.shift.ShiftClose;
import io.keentill.engine.shift.ShiftPaper;
import io.keentill.engine.shift.Shifts;
import io.keentill.engine.shift.TerminalDays;
import io.keentill.engine.staff.StaffRoom;
import io.keentill.store.OutboxRow;
import io.keentill.store.StoreException;
import io.keentill.store.TillStore;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The engine's parts around a real store in a folder, with three products and one terminal. */
public final class TestTill implements AutoCloseable {

    public static final Currency GBP = Currency.getInstance("GBP");
    public static final TaxRate VAT = new TaxRate("vat-20", "VAT 20%", Rate.percent(20), true);
    public static final String CLERK = "ann";

    /** £2.50, £0.99 and one that is no longer sold. */
    public static final String TEA = "TEA";

    public static final String MILK = "5000000000012";
    public static final String GONE = "GONE";

    private static final AtomicLong SEED = new AtomicLong(1);

    private final TestClock clock;
    private final TillStore store;
    private final IdSource ids;
    private final TillEvents events = new TillEvents();
    private final Selling selling;
    private final Payments payments;
    private final Refunds refunds;
    private final StaffRoom staff;
    private final Shifts shifts;
    private final TerminalDays terminalDays;
    private final List<TillEvent> told = new CopyOnWriteArrayList<>();

    private TestTill(TillStore store, TestClock clock, FakeTerminal terminal, CashRounding rounding) {
        this.store = store;
        this.clock = clock;
        // Two tills never share their randomness, or a reopened one would give the same references again.
        this.ids = new IdSource(clock, new Random(SEED.getAndIncrement()));
        SaleBook book = new SaleBook(clock);
        this.selling = new Selling(store, book, ids, clock, events, GBP, rounding);
        this.payments = new Payments(store, book, ids, clock, events);
        payments.use(terminal.session());
        this.staff = new StaffRoom(store, ids, clock, new Random(7));
        this.refunds = new Refunds(store, payments, ids, clock, events, rounding);
        this.terminalDays = new TerminalDays(store, payments, Waits.REAL, ids, clock, GBP);
        this.shifts = shifts(rounding);
        events.subscribe(told::add);
    }

    private Shifts shifts(CashRounding rounding) {
        Shop shop = new Shop("Corner Shop", List.of(), "", GBP, rounding, List.of());
        ReceiptWords words = ReceiptWords.of(Locale.UK);
        ReceiptComposer receipts = new ReceiptComposer(shop, Locale.UK, ZoneOffset.UTC, words);
        return new Shifts(
                store,
                ids,
                clock,
                events,
                GBP,
                new ShiftClose(store, staff, clock, events, "Till 1"),
                new ShiftPaper(
                        new ShiftReceipts(shop, Locale.UK, ZoneOffset.UTC, words, staff::nameOf),
                        new Paper(null, receipts, payments, staff::nameOf, refunds, events)),
                terminalDays);
    }

    /** Opens the till in this folder; the first time it gets its products. */
    public static TestTill open(Path folder, TestClock clock, FakeTerminal terminal) throws StoreException {
        return open(folder, clock, terminal, CashRounding.NONE);
    }

    /** With a smallest coin. */
    public static TestTill open(Path folder, TestClock clock, FakeTerminal terminal, CashRounding rounding)
            throws StoreException {
        TillStore store = TillStore.open(folder, clock);
        if (store.read(view -> view.product("p-tea")).isEmpty()) {
            store.write(tx -> {
                tx.saveProduct(product("p-tea", TEA, "Tea", 250, true));
                tx.saveProduct(new Product(
                        "p-milk", "MILK", "Milk", pounds(99), VAT, "Food", List.of(MILK), "rk-milk", true, true));
                tx.saveProduct(product("p-gone", GONE, "Old cake", 100, false));
                return true;
            });
        }
        return new TestTill(store, clock, terminal, rounding);
    }

    private static Product product(String id, String sku, String name, long pence, boolean active) {
        return new Product(id, sku, name, pounds(pence), VAT, "Food", List.of(), null, false, active);
    }

    /** So many pence. */
    public static Money pounds(long pence) {
        return Money.of(pence, GBP);
    }

    /** Scans this code once and gives the order on the counter. */
    public Order scan(String code) {
        return ((SaleChange.Changed) selling.scan(code, Quantity.ONE, CLERK)).order();
    }

    /** Pays all that is due on the order by card. */
    public CardResult payCard(Order order) {
        return payments.pay(order.id(), order.due(), CLERK);
    }

    /** A whole sale of one tea for exact cash. */
    public Order sellForCash() {
        Order order = scan(TEA);
        return ((SaleChange.Closed) selling.payCash(order.due(), CLERK)).order();
    }

    /** A whole sale of one tea by card, which the terminal must approve. */
    public Order sellByCard() {
        return ((CardResult.Paid) payCard(scan(TEA))).order();
    }

    /** The order as stored. */
    public Order order(String id) throws StoreException {
        return store.read(view -> view.order(id)).orElseThrow();
    }

    /** The only attempt for an order. */
    public PaymentAttempt attemptOf(Order order) throws StoreException {
        List<PaymentAttempt> all = store.read(view -> view.attemptsOf(order.id()));
        if (all.size() != 1) {
            throw new AssertionError("One attempt expected: " + all);
        }
        return all.getFirst();
    }

    /** The attempt as stored. */
    public PaymentAttempt attempt(String id) throws StoreException {
        return store.read(view -> view.attempt(id)).orElseThrow();
    }

    /** What RevKeen is to be told of an order. */
    public List<OutboxRow> outboxOf(Order order) throws StoreException {
        return store.read(view -> view.outboxOf(order.id()));
    }

    public TestClock clock() {
        return clock;
    }

    public TillStore store() {
        return store;
    }

    public IdSource ids() {
        return ids;
    }

    public TillEvents events() {
        return events;
    }

    public Selling selling() {
        return selling;
    }

    public Payments payments() {
        return payments;
    }

    /** Waits for the till's own questions by the machine's time. */
    public Patience patience() {
        return new Patience(payments, Waits.REAL);
    }

    public Refunds refunds() {
        return refunds;
    }

    public TerminalDays terminalDays() {
        return terminalDays;
    }

    public Shifts shifts() {
        return shifts;
    }

    public StaffRoom staff() {
        return staff;
    }

    /** Everything that was told so far. */
    public List<TillEvent> told() {
        return told;
    }

    @Override
    public void close() throws StoreException {
        store.close();
    }
}
