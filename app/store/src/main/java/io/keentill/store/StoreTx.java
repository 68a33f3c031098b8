package io.keentill.store;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.catalogue.TaxRate;
import io.keentill.domain.order.Order;
import io.keentill.domain.payment.ManagerDecision;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.payment.TerminalSlip;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.shop.Shop;
import java.time.Instant;
import java.time.InstantSource;

/** A {@link Tx} on the session that writes. */
final class StoreTx extends StoreView implements Tx {

    private final ProductWriter catalogue;
    private final InstantSource clock;

    StoreTx(Session session, InstantSource clock) {
        super(session);
        this.catalogue = new ProductWriter(session);
        this.clock = clock;
    }

    @Override
    public void saveOrder(Order o) {
        orders.save(o);
    }

    @Override
    public long nextReceiptNumber() {
        return people.nextReceiptNumber();
    }

    @Override
    public long skipReceiptNumbers(long last) {
        return people.skipReceiptNumbers(last);
    }

    @Override
    public void skipRefundNumbers(long howMany) {
        refunds.skipNumbers(howMany);
    }

    @Override
    public void saveRefund(Refund r) {
        refunds.save(r);
    }

    @Override
    public long nextRefundNumber() {
        return refunds.nextNumber();
    }

    @Override
    public void saveDecision(ManagerDecision d) {
        tasks.save(d);
    }

    @Override
    public void saveTask(TaskRow t) {
        tasks.save(t);
    }

    @Override
    public void insertAttempt(PaymentAttempt a) {
        attempts.insert(a);
    }

    @Override
    public void updateAttempt(PaymentAttempt a) {
        attempts.update(a);
    }

    @Override
    public void saveSlip(String attemptId, TerminalSlip slip) {
        slips.save(attemptId, slip);
    }

    @Override
    public void saveProduct(Product p) {
        catalogue.save(p);
    }

    @Override
    public void saveTaxRate(TaxRate t) {
        catalogue.saveTaxRate(t);
    }

    @Override
    public void saveStaff(StaffRecord s) {
        people.saveStaff(s);
    }

    @Override
    public void dismissStaff(String staffId, Instant at) {
        people.dismissStaff(staffId, at);
    }

    @Override
    public void saveShop(Shop s) {
        people.saveShop(s);
    }

    @Override
    public void putSetting(String key, String value) {
        people.putSetting(key, value);
    }

    @Override
    public void removeSetting(String key) {
        people.removeSetting(key);
    }

    @Override
    public long addOutbox(NewOutboxRow r) {
        return outbox.add(r);
    }

    @Override
    public void updateOutbox(OutboxRow r) {
        outbox.update(r);
    }

    @Override
    public boolean saveRemote(RemoteObject object, long pass) {
        return remotes.save(object, pass);
    }

    @Override
    public void putCustomer(String orderId, String customerId) {
        remotes.putCustomer(orderId, customerId);
    }

    @Override
    public void removeCustomer(String orderId) {
        remotes.removeCustomer(orderId);
    }

    @Override
    public void forgetRemote(String kind, String id) {
        remotes.forget(kind, id);
    }

    @Override
    public int forgetRemotesBefore(String kind, long pass) {
        return remotes.forgetOlder(kind, pass);
    }

    @Override
    public int doubtOutboxKeys() {
        return outbox.doubtKeys();
    }

    @Override
    public JournalEntry appendJournal(String type, String actor, String subject, String jsonDetail) {
        return journal.append(clock.instant(), type, actor, subject, jsonDetail);
    }

    @Override
    public ShiftTx shifts() {
        return shifts;
    }

    @Override
    public MailTx mails() {
        return mails;
    }

    @Override
    public InvoiceTx invoices() {
        return invoices;
    }

    @Override
    public NoReceiptTx withoutReceipt() {
        return withoutReceipt;
    }

    @Override
    public PayLinkTx payLinks() {
        return payLinks;
    }
}
