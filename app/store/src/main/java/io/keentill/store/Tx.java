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

/**
 * A transaction under way: sees its own changes, and all of them are kept or none. Tenders and attempts may name each
 * other's orders in any sequence, as long as all are stored at the end.
 */
public interface Tx extends View {

    /**
     * Stores the whole order, new or changed.
     *
     * @throws IllegalStateException if the stored one is PAID or CANCELLED and this one differs, or if this one lacks a
     *     stored tender: a stale copy must never undo a payment
     * @throws IllegalArgumentException if an amount is in another currency than the order
     */
    void saveOrder(Order o);

    /** The next receipt number, from 1. Without gaps, since it is given back when the transaction fails. */
    long nextReceiptNumber();

    /**
     * Makes every number up to and with {@code last} one that was given: after a restore from a backup nobody may give a
     * receipt number again that a customer has on paper.
     *
     * @return the last number that counted as given before
     */
    long skipReceiptNumbers(long last);

    /** Leaves so many refund numbers out, for the same reason. */
    void skipRefundNumbers(long howMany);

    /**
     * Stores the whole refund, new or changed.
     *
     * @throws IllegalStateException if the stored one is CLOSED or ABANDONED and this one differs, or if this one lacks
     *     something that went back: a stale copy must never undo a refund
     */
    void saveRefund(Refund r);

    /** The next number of a refund, from 1. Without gaps, like {@link #nextReceiptNumber}. */
    long nextRefundNumber();

    /** Stores what a manager decided about a payment, or what the terminal said of it since. */
    void saveDecision(ManagerDecision d);

    /** Stores something to look at, or that it is done. */
    void saveTask(TaskRow t);

    /**
     * Stores a new attempt.
     *
     * @throws TerminalBusyException if it is open and its terminal has an open one already
     */
    void insertAttempt(PaymentAttempt a) throws TerminalBusyException;

    /**
     * Stores an attempt's next state. An UNKNOWN attempt may also be stored as UNKNOWN again, with other words.
     *
     * @throws IllegalStateException if the stored state does not allow the new one, or no such attempt is stored
     * @throws IllegalArgumentException if anything differs that never changes: reference, order, kind, amount, terminal,
     *     operator, original, creation
     */
    void updateAttempt(PaymentAttempt a);

    /** Keeps what the terminal had the till print for a stored attempt, in place of what it wanted before. */
    void saveSlip(String attemptId, TerminalSlip slip);

    /**
     * Stores a product, new or changed, with its codes normalised. Its tax rate is stored if there is none of that id; an
     * existing one is left alone, because rates change through {@link #saveTaxRate} for all products at once.
     *
     * @throws DuplicateCodeException if its SKU or a barcode belongs to another product
     */
    void saveProduct(Product p) throws DuplicateCodeException;

    /** Stores a tax rate, new or changed, for all products that have it. */
    void saveTaxRate(TaxRate t);

    /** Stores somebody who may log in, new or changed. */
    void saveStaff(StaffRecord s);

    /** Somebody works here no more: their name stays, their PIN does not. */
    void dismissStaff(String staffId, Instant at);

    /** Stores the shop. */
    void saveShop(Shop s);

    /** Stores a setting. Never a secret. */
    void putSetting(String key, String value);

    /** Forgets a setting, if it is there. */
    void removeSetting(String key);

    /**
     * Adds a WAITING row, due at once, and gives its id. Ids only ever grow.
     *
     * @throws IllegalStateException if the sale has that step already
     */
    long addOutbox(NewOutboxRow r);

    /**
     * Stores all that may change of a row: everything but id, sale, step, kind, ref and creation.
     *
     * @throws IllegalStateException if no such row is stored, or if it is DONE and this one differs
     */
    void updateOutbox(OutboxRow r);

    /**
     * Stores what RevKeen has, as seen in this pass over its list; true if it is new or differs from what was stored.
     *
     * @param pass grows from pass to pass over the same kind
     */
    boolean saveRemote(RemoteObject object, long pass);

    /** Puts RevKeen's customer on an order. */
    void putCustomer(String orderId, String customerId);

    /** Takes the customer off an order, if there is one. */
    void removeCustomer(String orderId);

    /** Forgets one, if it is there. */
    void forgetRemote(String kind, String id);

    /** Forgets those of a kind that were last seen before this pass; gives how many. */
    int forgetRemotesBefore(String kind, long pass);

    /**
     * Takes it that nobody knows when the keys of WAITING rows were first used ({@link OutboxRow#UNKNOWN_TIME}), because
     * the clock that told has turned out wrong, or the keys belong to other credentials. Gives how many rows that are.
     */
    int doubtOutboxKeys();

    /**
     * Adds an entry at the end of the journal, dated by the store's clock.
     *
     * @param type what happened
     * @param actor who did it
     * @param subject what it was about, usually an id
     * @param jsonDetail one JSON value; never a secret, a PIN or more of a card than its last four digits
     * @throws IllegalStateException if the detail is no JSON
     */
    JournalEntry appendJournal(String type, String actor, String subject, String jsonDetail);

    /** Shifts, and what belongs to them. */
    @Override
    ShiftTx shifts();

    /** Payments by link. */
    @Override
    PayLinkTx payLinks();

    /** Receipts that go by e-mail. */
    @Override
    MailTx mails();

    /** Invoices at RevKeen that sales pay. */
    @Override
    InvoiceTx invoices();

    /** Returns without a receipt. */
    @Override
    NoReceiptTx withoutReceipt();
}
