package io.keentill.storefront;

import io.keentill.device.terminal.Progress;
import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.CashRounding;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.AttemptState;
import io.keentill.domain.payment.CardDetails;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.PaymentKind;
import io.keentill.domain.payment.Tender;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.shop.Staff;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.OnlineDesk;
import io.keentill.engine.Till;
import io.keentill.engine.TillEvent;
import io.keentill.engine.TillEvents;
import io.keentill.engine.TillTask;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.LinkAddress;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.engine.payment.TabDesk;
import io.keentill.engine.refund.RefundPapers;
import io.keentill.engine.selling.BasketDesk;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.staff.LoginResult;
import io.keentill.engine.status.TillStatus;
import io.keentill.engine.sync.CustomerDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A till in memory that keeps the rules the screen relies on. A card payment waits for {@link #terminalSays}. */
final class FakeTill implements Till {

    static final Instant NOW = Instant.parse("2026-11-24T10:15:00Z");
    static final String PIN = "1234";

    private final FakeOffice office = new FakeOffice(this);
    private final FakeInstall install = new FakeInstall(this);
    private final FakeRefunds refunds = new FakeRefunds(this);
    private final FakeShifts shifts = new FakeShifts(this);
    private final FakeCards cards = new FakeCards(this);
    final List<TillTask> tasks = new ArrayList<>();
    final List<String> decided = new ArrayList<>();
    private final TillEvents events = new TillEvents();
    private final List<Order> closed = new ArrayList<>();
    private final List<Order> parked = new ArrayList<>();
    private int ids;
    private int wrongPins;
    private long receipts;
    private Order order;
    private final FakeBasket basket = new FakeBasket(this);
    final FakeCustomers customers = new FakeCustomers();
    final FakeLinks links = new FakeLinks(this);
    final FakeTabs tabs = new FakeTabs(this);
    final FakeMails mails = new FakeMails();
    final FakeAccounts accounts = new FakeAccounts(this);
    final List<String> printed = new ArrayList<>();
    final FakeFiles files = new FakeFiles();
    volatile int charges;
    volatile boolean cancelAsked;
    TillStatus status = Sample.READY;

    void terminalSays(AttemptState outcome) {
        cards.says(outcome);
    }

    /** The terminal tells what became of the unknown payment. */
    synchronized void resolve(AttemptState outcome) {
        PaymentAttempt known = cards.resolve(outcome);
        if (outcome == AttemptState.APPROVED) {
            boolean link = LinkAddress.is(known.terminal());
            settle(
                    link
                            ? Tender.link(id(), known.amount(), known.id(), NOW)
                            : Tender.card(id(), known.amount(), known.id(), NOW));
        }
        events.publish(new TillEvent.PaymentResolved(known));
    }

    @Override
    public FakeInstall install() {
        return install;
    }

    @Override
    public Shop shop() {
        return new Shop(
                "Corner & Sons",
                List.of("1 Mill Lane", "York"),
                "GB 123",
                Sample.GBP,
                CashRounding.NONE,
                List.of("Thank you"));
    }

    @Override
    public String name() {
        return "Till 1";
    }

    @Override
    public TillEvents events() {
        return events;
    }

    @Override
    public TillStatus status() {
        return status;
    }

    @Override
    public LoginResult login(String pin) {
        Staff known = office.byPin.get(pin);
        if (known != null) {
            wrongPins = 0;
            return new LoginResult.LoggedIn(known);
        }
        wrongPins++;
        return wrongPins >= 3
                ? new LoginResult.LockedOut(NOW.plusSeconds(300))
                : new LoginResult.WrongPin(3 - wrongPins);
    }

    @Override
    public List<Product> search(String text, int limit) {
        return Sample.search(text, limit);
    }

    @Override
    public List<Product> favourites(int limit) {
        return Sample.where(Product::favourite, limit);
    }

    @Override
    public List<String> categories() {
        return Sample.categories();
    }

    @Override
    public List<Product> productsIn(String category, int limit) {
        return Sample.where(p -> p.category().equals(category), limit);
    }

    @Override
    public synchronized Optional<Order> openOrder() {
        return Optional.ofNullable(order);
    }

    @Override
    public synchronized Optional<Order> order(String orderId) {
        if (order != null && order.id().equals(orderId)) {
            return Optional.of(order);
        }
        return closed.stream().filter(o -> o.id().equals(orderId)).findFirst();
    }

    @Override
    public synchronized List<Order> recentOrders(int limit) {
        return closed.reversed().stream().limit(limit).toList();
    }

    @Override
    public SaleChange scan(String code, Quantity quantity, String operator) {
        return Sample.PRODUCTS.stream()
                .filter(p -> p.barcodes().contains(code) || p.sku().equalsIgnoreCase(code))
                .findFirst()
                .map(p -> add(p.id(), quantity, operator))
                .orElseGet(() -> new SaleChange.UnknownCode(
                        code, RealWords.said("selling.no-product-has-the-code-search", code)));
    }

    @Override
    public synchronized SaleChange add(String productId, Quantity quantity, String operator) {
        Product p = Sample.product(productId, Sample.PRODUCTS);
        if (!p.choices().isEmpty()) {
            return new SaleChange.AskChoice(p, quantity);
        }
        return p.openPrice() ? new SaleChange.AskPrice(p, quantity) : put(p, p.name(), p.price(), quantity, operator);
    }

    synchronized SaleChange put(Product p, String name, Money price, Quantity quantity, String operator) {
        if (order == null) {
            order = Order.open(id(), "K7Q2M" + (10 + ids), Sample.GBP, operator, NOW);
        }
        Optional<OrderLine> same = order.lines().stream()
                .filter(l -> name.equals(l.name()) && l.isPlain())
                .findFirst();
        return change(o -> same.map(l -> o.replacing(l.withQuantity(l.quantity().plus(quantity))))
                .orElseGet(() ->
                        o.plusLine(new OrderLine(id(), p.id(), null, p.sku(), name, price, quantity, p.tax(), null))));
    }

    synchronized SaleChange change(UnaryOperator<Order> how) {
        if (order == null || !order.isEditable()) {
            return new SaleChange.Refused(RealWords.said(
                    "selling.is-already-paid-on-this-sale", order == null ? Money.zero(Sample.GBP) : order.paid()));
        }
        return changed(how.apply(order));
    }

    private SaleChange changed(Order now) {
        order = now.state() == OrderState.OPEN ? now : null;
        events.publish(new TillEvent.OrderChanged(now));
        return new SaleChange.Changed(now);
    }

    @Override
    public BasketDesk basket() {
        return basket;
    }

    @Override
    public CustomerDesk customers() {
        return customers;
    }

    @Override
    public SaleChange setQuantity(String lineId, Quantity quantity) {
        return change(o -> o.replacing(o.line(lineId).orElseThrow().withQuantity(quantity)));
    }

    @Override
    public SaleChange setLineDiscount(String lineId, Discount discount) {
        return change(o -> o.replacing(o.line(lineId).orElseThrow().withDiscount(discount)));
    }

    @Override
    public SaleChange setOrderDiscount(Discount discount) {
        return change(o -> o.withDiscount(discount));
    }

    @Override
    public SaleChange remove(String lineId, String operator) {
        return change(o -> o.without(lineId));
    }

    @Override
    public synchronized SaleChange park(String name) {
        Order aside = order.parked(name);
        parked.add(aside);
        return changed(aside);
    }

    @Override
    public synchronized List<Order> parked() {
        return List.copyOf(parked);
    }

    @Override
    public synchronized SaleChange recall(String orderId) {
        if (order != null && !order.lines().isEmpty()) {
            return new SaleChange.Refused(RealWords.said("selling.finish-or-park-the-sale-on"));
        }
        Order back =
                parked.stream().filter(o -> o.id().equals(orderId)).findFirst().orElseThrow();
        parked.remove(back);
        return changed(back.recalled());
    }

    @Override
    public synchronized SaleChange cancelOrder(String operator) {
        return changed(order.cancelled(NOW));
    }

    @Override
    public Money cashDue(Money due) {
        return due;
    }

    @Override
    public synchronized SaleChange payCash(Money handed, String operator) {
        Tender tender = Tender.cash(id(), order.due(), handed, CashRounding.NONE, NOW);
        Order now = settle(tender);
        return now.state() == OrderState.PAID
                ? new SaleChange.Closed(now, tender)
                : new SaleChange.PartPaid(now, tender);
    }

    synchronized Order settle(Tender tender) {
        Order now = order.plusTender(tender);
        if (now.due().isZero()) {
            now = now.closed(++receipts, NOW);
            closed.add(now);
        }
        changed(now);
        return now;
    }

    @Override
    public CardResult payCard(String orderId, Money amount, String operator) {
        charges++;
        return end(cards.run(PaymentKind.SALE, orderId, amount, operator));
    }

    PaymentAttempt runOnTerminal(PaymentKind kind, String orderId, Money amount, String operator) {
        return cards.run(kind, orderId, amount, operator);
    }

    /** The terminal says something while a payment runs. */
    void say(Progress.Stage stage, String text) {
        events.publish(new TillEvent.PaymentProgress("", new Progress(stage, text)));
    }

    private synchronized CardResult end(PaymentAttempt done) {
        if (done.state() == AttemptState.UNKNOWN) {
            return new CardResult.NotKnown(order, done);
        }
        Money approved = done.approved();
        return approved == null
                ? new CardResult.NotPaid(order, done)
                : new CardResult.Paid(settle(Tender.card(id(), approved, done.id(), NOW)), done);
    }

    @Override
    public void cancelCard() {
        cancelAsked = true;
    }

    /** Payments that an earlier run left open, for {@link #interrupted}. */
    void leaves(PaymentAttempt attempt) {
        cards.interrupted.add(attempt);
    }

    @Override
    public synchronized List<PaymentAttempt> interrupted() {
        return List.copyOf(cards.interrupted);
    }

    @Override
    public synchronized List<PaymentAttempt> openPayments() {
        return cards.open();
    }

    @Override
    public OverrideResult override(String attemptId, Evidence evidence, String pin) {
        if (!pin.equals(FakeOffice.MANAGER_PIN)) {
            return new OverrideResult.WrongPin(2);
        }
        PaymentAttempt attempt = cards.open().stream()
                .filter(a -> a.id().equals(attemptId))
                .findFirst()
                .orElseThrow();
        Optional<Sentence> problem = evidence.problem(attempt.amount());
        if (problem.isPresent()) {
            return new OverrideResult.Refused(problem.get());
        }
        cards.decided(attempt);
        tasks.removeIf(t -> t.id().equals(attemptId));
        decided.add(evidence.kind() + " " + evidence.text() + " " + evidence.approved());
        return new OverrideResult.Decided(attempt.resolved(
                AttemptState.OVERRIDDEN, evidence.approved(), CardDetails.NONE, Sentence.quoted(evidence.text()), NOW));
    }

    @Override
    public List<TillTask> tasks() {
        return List.copyOf(tasks);
    }

    @Override
    public Optional<Sentence> closeTask(String taskId, String note, String operator) {
        return tasks.removeIf(t -> t.id().equals(taskId))
                ? Optional.empty()
                : Optional.of(RealWords.said("sync.there-is-no-task-it-may", taskId));
    }

    synchronized void opened(PaymentAttempt attempt) {
        cards.opened(attempt);
    }

    @Override
    public OnlineDesk online() {
        return new OnlineDesk(links, mails, accounts);
    }

    @Override
    public TabDesk tabs() {
        return tabs;
    }

    @Override
    public FakeShifts shifts() {
        return shifts;
    }

    @Override
    public FakeRefunds refunds() {
        return refunds;
    }

    @Override
    public FakeOffice office() {
        return office;
    }

    synchronized List<Order> closed() {
        return List.copyOf(closed);
    }

    synchronized List<PaymentAttempt> attemptsOf(String orderId) {
        return cards.ofOrder(orderId);
    }

    @Override
    public Optional<Receipt> receipt(String orderId, boolean copy) {
        return order(orderId).map(o -> Sample.receipt(shop(), o, copy));
    }

    @Override
    public Optional<Receipt> giftReceipt(String orderId) {
        return order(orderId).map(o -> Sample.gift(shop(), o));
    }

    @Override
    public void printGift(String orderId) {
        printed.add(orderId + " gift");
    }

    @Override
    public void print(String orderId, boolean copy) {
        printed.add(orderId + (copy ? " copy" : ""));
    }

    @Override
    public FakeFiles files() {
        return files;
    }

    @Override
    public RefundPapers refundPapers() {
        return refunds.withoutReceipt();
    }

    @Override
    public void close() {}

    synchronized void lays(Order now) {
        order = now;
    }

    synchronized String id() {
        return "id" + ++ids;
    }
}
