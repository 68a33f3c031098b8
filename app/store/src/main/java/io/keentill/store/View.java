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

/**
 * The data at one moment. Usable only inside of the read or write that handed it out, on its thread. Every list has a
 * fixed sequence; every {@code limit} is zero or above.
 */
public interface View {

    /** The order with this id. */
    Optional<Order> order(String id);

    /** The order with this printed reference. */
    Optional<Order> orderByReference(String ref);

    /** Orders set aside, oldest first. */
    List<Order> parked();

    /** The order on the counter; the one opened last, should there be several. */
    Optional<Order> openOrder();

    /** Orders of any state, the one opened last first. */
    List<Order> recentOrders(int limit);

    /** How many orders are in this state. */
    long countOrders(OrderState state);

    /** The payment attempt with this id. */
    Optional<PaymentAttempt> attempt(String id);

    /** The payment attempt with this reference. */
    Optional<PaymentAttempt> attemptByReference(String ref);

    /** All attempts for an order, oldest first. */
    List<PaymentAttempt> attemptsOf(String orderId);

    /** Attempts whose outcome is still to come, oldest first. */
    List<PaymentAttempt> openAttempts();

    /** The attempt that keeps this terminal busy. */
    Optional<PaymentAttempt> openAttemptOn(String terminal);

    /** Refunds, reversals and other attempts that refer to this one, oldest first. */
    List<PaymentAttempt> attemptsOn(String originalId);

    /** Pre-authorisations whose money is neither taken nor let go, oldest first. */
    List<PaymentAttempt> liveHolds();

    /** What the terminal had the till print for an attempt. */
    Optional<TerminalSlip> slip(String attemptId);

    /** Attempts of any state, newest first. */
    List<PaymentAttempt> recentAttempts(int limit);

    /** The order with this receipt number. */
    Optional<Order> orderByReceipt(long receiptNumber);

    /**
     * Orders that were paid, the one closed last first, of which the reference begins with {@code text} or a line's name
     * or SKU contains it, ignoring case.
     */
    List<Order> paidOrders(String text, int limit);

    /**
     * Sales that were paid or on which something was tried, the one opened last first.
     *
     * @param offset how many of them to leave out, zero or above
     */
    List<Order> sales(SaleFilter filter, int offset, int limit);

    /** The refund with this id. */
    Optional<Refund> refund(String id);

    /** The refund with this printed reference. */
    Optional<Refund> refundByReference(String ref);

    /** The refund of which this payment attempt is to give a part back. */
    Optional<Refund> refundOfAttempt(String attemptId);

    /** The refund that the part with this id belongs to. */
    Optional<Refund> refundOfPart(String partId);

    /** All refunds of a sale, oldest first. */
    List<Refund> refundsOf(String orderId);

    /** Refunds that are begun and not finished, oldest first. */
    List<Refund> openRefunds();

    /** Refunds of any state, newest first. */
    List<Refund> recentRefunds(int limit);

    /** What refunds in this currency gave back of each tender ({@code amount}), with every type present. */
    Map<TenderType, Money> returned(Currency currency);

    /** What a manager decided about this payment, if anybody did. */
    Optional<ManagerDecision> decision(String attemptId);

    /** Decisions about which the terminal has said this, the oldest first. */
    List<ManagerDecision> decisions(ManagerDecision.Word word);

    /** The task with this id. */
    Optional<TaskRow> task(String id);

    /** What somebody still has to look at, oldest first. */
    List<TaskRow> openTasks();

    /** What the tenders of PAID orders in this currency settled ({@code applied}), with every type of tender present. */
    Map<TenderType, Money> takings(Currency currency);

    /** The product with this id, archived or not. */
    Optional<Product> product(String id);

    /**
     * The product with this barcode, else the one with this SKU, archived or not.
     *
     * @param code as {@link io.keentill.domain.catalogue.Barcode#normalise} writes it, or a SKU
     */
    Optional<Product> productByCode(String code);

    /**
     * Products on sale that fit what was typed so far, ignoring case and accents: first the exact barcode or SKU, then
     * names that begin so, then names and codes of which every typed word begins a word, then codes that contain it.
     * Any text is allowed; without a letter or digit in it nothing is found.
     */
    List<Product> search(String text, int limit);

    /** Categories with something on sale, by name. */
    List<String> categories();

    /** Products on sale in a category, by name. */
    List<Product> productsIn(String category, int limit);

    /** Favourites on sale, by name. */
    List<Product> favourites(int limit);

    /** How many products are on sale. */
    long countProducts();

    /** All tax rates, by id. */
    List<TaxRate> taxRates();

    /** The value of a setting, if it was ever put. */
    Optional<String> setting(String key);

    /** Everybody who may log in, by name. */
    List<StaffRecord> staff();

    /** Those who worked here once, by name. */
    List<Staff> formerStaff();

    /** The shop, once set up. */
    Optional<Shop> shop();

    /**
     * What may be sent now, oldest first: WAITING rows whose time has come and whose earlier steps in the same sale are
     * all DONE, so at most one of each sale.
     */
    List<OutboxRow> outboxDue(OutboxQuery query);

    /** The earliest time after {@code now} at which a WAITING row may be sent (again); empty if none waits for a time. */
    Optional<Instant> nextOutboxDue(Instant now);

    /** Id of the outbox row added last; 0 if none ever was. */
    long lastOutboxId();

    /** The outbox row with this id. */
    Optional<OutboxRow> outboxRow(long id);

    /** All outbox rows of a sale, by step. */
    List<OutboxRow> outboxOf(String saleId);

    /** The outbox row of this kind that RevKeen knows by this id. */
    Optional<OutboxRow> outboxByRemote(String kind, String remoteId);

    /** RevKeen's id of what a sale's earliest row of this kind, of those that have one, made there. */
    Optional<String> outboxRemote(String saleId, String kind);

    /** What RevKeen has of this kind under this id. */
    Optional<RemoteObject> remote(String kind, String id);

    /** All of a kind with this lookup, by id. */
    List<RemoteObject> remotesBy(String kind, String lookup);

    /** All of a kind, by their words. */
    List<RemoteObject> remotes(String kind, int limit);

    /** Those of a kind in whose words every typed word begins one, by their words; none for no word. */
    List<RemoteObject> searchRemotes(String kind, String text, int limit);

    /** RevKeen's id of the customer on an order; empty for somebody without a name. */
    Optional<String> customerOf(String orderId);

    /** Rows still to be sent or waiting for a person, oldest first. */
    List<OutboxRow> outboxUndone();

    /** How much is still to be sent. */
    OutboxSummary outboxSummary();

    /** Rows that need a person, oldest first. */
    List<OutboxRow> outboxTasks();

    /** Journal entries after {@code afterSeq}, oldest first. */
    List<JournalEntry> journal(long afterSeq, int limit);

    /**
     * Journal entries before {@code beforeSeq}, newest first, of which type, subject or detail contains {@code text},
     * ignoring case, or which one of {@code actors} made; all for a blank text.
     */
    List<JournalEntry> journalBefore(long beforeSeq, String text, List<String> actors, int limit);

    /** Everything the journal says about one sale, payment or person, oldest first. */
    List<JournalEntry> journalOf(String subject);

    /** Where the journal ends. */
    JournalHead journalHead();

    /** Shifts, and what belongs to them. */
    ShiftView shifts();

    /** Payments by link. */
    PayLinkView payLinks();

    /** Receipts that go by e-mail. */
    MailView mails();

    /** Invoices at RevKeen that sales pay. */
    InvoiceView invoices();

    /** Returns without a receipt. */
    NoReceiptView withoutReceipt();
}
