package io.keentill.store;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.OrderState;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TenderType;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.shop.Staff;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@link View} on one session: hands each question to the table that knows. */
sealed class StoreView implements View permits StoreTx {

    final OrderTable orders;
    final AttemptTable attempts;
    final SlipTable slips;
    final ProductTable products;
    final OutboxTable outbox;
    final JournalTable journal;
    final PeopleTable people;
    final RefundTable refunds;
    final TaskTable tasks;
    final RemoteTable remotes;
    final ShiftTable shifts;
    final PayLinkTable payLinks;
    final MailTable mails;
    final InvoiceTable invoices;
    final NoReceiptTable withoutReceipt;
    private final ProductSearch search;

    StoreView(Session session) {
        orders = new OrderTable(session);
        attempts = new AttemptTable(session);
        slips = new SlipTable(session);
        products = new ProductTable(session);
        outbox = new OutboxTable(session);
        journal = new JournalTable(session);
        people = new PeopleTable(session);
        refunds = new RefundTable(session);
        tasks = new TaskTable(session);
        remotes = new RemoteTable(session);
        shifts = new ShiftTable(session, orders);
        payLinks = new PayLinkTable(session);
        mails = new MailTable(session);
        invoices = new InvoiceTable(session);
        withoutReceipt = new NoReceiptTable(session);
        search = new ProductSearch(session, products);
    }

    @Override
    public Optional<Order> order(String id) {
        return orders.byId(id);
    }

    @Override
    public Optional<Order> orderByReference(String ref) {
        return orders.byReference(ref);
    }

    @Override
    public List<Order> parked() {
        return orders.parked();
    }

    @Override
    public Optional<Order> openOrder() {
        return orders.latestOpen();
    }

    @Override
    public List<Order> recentOrders(int limit) {
        return orders.recent(limit);
    }

    @Override
    public Optional<Order> orderByReceipt(long receiptNumber) {
        return orders.byReceipt(receiptNumber);
    }

    @Override
    public List<Order> sales(SaleFilter filter, int offset, int limit) {
        return orders.sales(filter, offset, limit);
    }

    @Override
    public List<Order> paidOrders(String text, int limit) {
        return orders.paid(text, limit);
    }

    @Override
    public Optional<Refund> refund(String id) {
        return refunds.byId(id);
    }

    @Override
    public Optional<Refund> refundByReference(String ref) {
        return refunds.byReference(ref);
    }

    @Override
    public Optional<Refund> refundOfAttempt(String attemptId) {
        return refunds.ofAttempt(attemptId);
    }

    @Override
    public Optional<Refund> refundOfPart(String partId) {
        return refunds.ofPart(partId);
    }

    @Override
    public List<Refund> refundsOf(String orderId) {
        return refunds.ofOrder(orderId);
    }

    @Override
    public List<Refund> openRefunds() {
        return refunds.open();
    }

    @Override
    public List<Refund> recentRefunds(int limit) {
        return refunds.recent(limit);
    }

    @Override
    public Map<TenderType, Money> returned(Currency currency) {
        return refunds.returned(currency);
    }

    @Override
    public Optional<ManagerDecision> decision(String attemptId) {
        return tasks.decision(attemptId);
    }

    @Override
    public List<ManagerDecision> decisions(ManagerDecision.Word word) {
        return tasks.decisions(word);
    }

    @Override
    public Optional<TaskRow> task(String id) {
        return tasks.byId(id);
    }

    @Override
    public List<TaskRow> openTasks() {
        return tasks.open();
    }

    @Override
    public long countOrders(OrderState state) {
        return orders.count(state);
    }

    @Override
    public Optional<PaymentAttempt> attempt(String id) {
        return attempts.byId(id);
    }

    @Override
    public Optional<TerminalSlip> slip(String attemptId) {
        return slips.of(attemptId);
    }

    @Override
    public Optional<PaymentAttempt> attemptByReference(String ref) {
        return attempts.byReference(ref);
    }

    @Override
    public List<PaymentAttempt> attemptsOf(String orderId) {
        return attempts.ofOrder(orderId);
    }

    @Override
    public List<PaymentAttempt> liveHolds() {
        return attempts.liveHolds();
    }

    @Override
    public List<PaymentAttempt> openAttempts() {
        return attempts.open();
    }

    @Override
    public Optional<PaymentAttempt> openAttemptOn(String terminal) {
        return attempts.openOn(terminal);
    }

    @Override
    public List<PaymentAttempt> attemptsOn(String originalId) {
        return attempts.on(originalId);
    }

    @Override
    public List<PaymentAttempt> recentAttempts(int limit) {
        return attempts.recent(limit);
    }

    @Override
    public Map<TenderType, Money> takings(Currency currency) {
        return orders.takings(currency);
    }

    @Override
    public Optional<Product> product(String id) {
        return products.byId(id);
    }

    @Override
    public Optional<Product> productByCode(String code) {
        return products.byCode(code);
    }

    @Override
    public List<Product> search(String text, int limit) {
        return search.find(text, limit);
    }

    @Override
    public List<String> categories() {
        return products.categories();
    }

    @Override
    public List<Product> productsIn(String category, int limit) {
        return products.inCategory(category, limit);
    }

    @Override
    public List<Product> favourites(int limit) {
        return products.favourites(limit);
    }

    @Override
    public long countProducts() {
        return products.count();
    }

    @Override
    public List<TaxRate> taxRates() {
        return products.taxRates();
    }

    @Override
    public Optional<String> setting(String key) {
        return people.setting(key);
    }

    @Override
    public List<Staff> formerStaff() {
        return people.formerStaff();
    }

    @Override
    public List<StaffRecord> staff() {
        return people.staff();
    }

    @Override
    public Optional<Shop> shop() {
        return people.shop();
    }

    @Override
    public List<OutboxRow> outboxDue(OutboxQuery query) {
        return outbox.due(query);
    }

    @Override
    public Optional<Instant> nextOutboxDue(Instant now) {
        return outbox.nextDue(now);
    }

    @Override
    public long lastOutboxId() {
        return outbox.latestId();
    }

    @Override
    public Optional<OutboxRow> outboxRow(long id) {
        return outbox.byId(id);
    }

    @Override
    public List<OutboxRow> outboxOf(String saleId) {
        return outbox.ofSale(saleId);
    }

    @Override
    public Optional<OutboxRow> outboxByRemote(String kind, String remoteId) {
        return outbox.byRemote(kind, remoteId);
    }

    @Override
    public Optional<String> outboxRemote(String saleId, String kind) {
        return outbox.remoteOf(saleId, kind);
    }

    @Override
    public Optional<RemoteObject> remote(String kind, String id) {
        return remotes.byId(kind, id);
    }

    @Override
    public List<RemoteObject> remotesBy(String kind, String lookup) {
        return remotes.byLookup(kind, lookup);
    }

    @Override
    public List<RemoteObject> remotes(String kind, int limit) {
        return remotes.all(kind, limit);
    }

    @Override
    public List<RemoteObject> searchRemotes(String kind, String text, int limit) {
        return remotes.search(kind, text, limit);
    }

    @Override
    public Optional<String> customerOf(String orderId) {
        return remotes.customerOf(orderId);
    }

    @Override
    public List<OutboxRow> outboxUndone() {
        return outbox.undone();
    }

    @Override
    public OutboxSummary outboxSummary() {
        return outbox.summary();
    }

    @Override
    public List<OutboxRow> outboxTasks() {
        return outbox.tasks();
    }

    @Override
    public List<JournalEntry> journal(long afterSeq, int limit) {
        return journal.after(afterSeq, limit);
    }

    @Override
    public List<JournalEntry> journalBefore(long beforeSeq, String text, List<String> actors, int limit) {
        return journal.before(beforeSeq, text, actors, limit);
    }

    @Override
    public List<JournalEntry> journalOf(String subject) {
        return journal.of(subject);
    }

    @Override
    public JournalHead journalHead() {
        return journal.head();
    }

    @Override
    public ShiftView shifts() {
        return shifts;
    }

    @Override
    public MailView mails() {
        return mails;
    }

    @Override
    public InvoiceView invoices() {
        return invoices;
    }

    @Override
    public NoReceiptView withoutReceipt() {
        return withoutReceipt;
    }

    @Override
    public PayLinkView payLinks() {
        return payLinks;
    }
}
