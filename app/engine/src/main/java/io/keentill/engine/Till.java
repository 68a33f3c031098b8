package io.keentill.engine;

import io.keentill.domain.catalogue.Product;
import io.keentill.domain.money.Money;
import io.keentill.domain.order.Discount;
import io.keentill.domain.order.Order;
import io.keentill.domain.order.Quantity;
import io.keentill.domain.payment.Evidence;
import io.keentill.domain.payment.PaymentAttempt;
import io.keentill.domain.receipt.Receipt;
import io.keentill.domain.shop.Shop;
import io.keentill.domain.text.Sentence;
import io.keentill.engine.install.InstallDesk;
import io.keentill.engine.office.BackOffice;
import io.keentill.engine.payment.CardResult;
import io.keentill.engine.payment.OverrideResult;
import io.keentill.engine.payment.TabDesk;
import io.keentill.engine.receipts.PaperFiles;
import io.keentill.engine.refund.RefundDesk;
import io.keentill.engine.refund.RefundPapers;
import io.keentill.engine.selling.BasketDesk;
import io.keentill.engine.selling.SaleChange;
import io.keentill.engine.shift.ShiftDesk;
import io.keentill.engine.staff.LoginResult;
import io.keentill.engine.status.TillStatus;
import io.keentill.engine.sync.CustomerDesk;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a counter does, whatever shows it: the storefront, the command line and tests stand on this.
 *
 * <p>Methods block for a commit or a query (milliseconds) unless they say otherwise; call them from a worker, never from
 * a screen's thread. What they return is already stored. {@code operator} is the id of the logged-in staff.
 */
public interface Till extends AutoCloseable {

    /** Who sells. */
    Shop shop();

    /** Name of this till, for status bar and receipts. */
    String name();

    /** What happens, as it happens. */
    TillEvents events();

    /** What is always in sight. Does not block. */
    TillStatus status();

    /** Logs somebody in by PIN. Takes about a tenth of a second on purpose. */
    LoginResult login(String pin);

    /** Products for what was typed so far; favourites for nothing. */
    List<Product> search(String text, int limit);

    /** The first page of the product grid. */
    List<Product> favourites(int limit);

    /** Categories in alphabetical order. */
    List<String> categories();

    /** Products of a category by name. */
    List<Product> productsIn(String category, int limit);

    /** What else can be changed about the order on the counter: prices, notes, tax, codes. */
    BasketDesk basket();

    /** Who buys. */
    CustomerDesk customers();

    /** The order on the counter, if one is open. */
    Optional<Order> openOrder();

    /** An order by id, in any state. */
    Optional<Order> order(String orderId);

    /** Orders closed lately, newest first. */
    List<Order> recentOrders(int limit);

    /** Adds what has this barcode or SKU. */
    SaleChange scan(String code, Quantity quantity, String operator);

    /** Adds a product picked from the screen. */
    SaleChange add(String productId, Quantity quantity, String operator);

    /** Changes how many of a line. */
    SaleChange setQuantity(String lineId, Quantity quantity);

    /** Takes something off one line; null takes the discount away. */
    SaleChange setLineDiscount(String lineId, @Nullable Discount discount);

    /** Takes something off the whole; null takes the discount away. */
    SaleChange setOrderDiscount(@Nullable Discount discount);

    /** Takes a line out. */
    SaleChange remove(String lineId, String operator);

    /** Sets the order aside under a name. */
    SaleChange park(String name);

    /** What is set aside, oldest first. */
    List<Order> parked();

    /** Brings a parked order back to a free counter. */
    SaleChange recall(String orderId);

    /** Drops the order on the counter. */
    SaleChange cancelOrder(String operator);

    /** What is asked for in coins when {@code due} is owed. */
    Money cashDue(Money due);

    /** Takes cash for the order on the counter. */
    SaleChange payCash(Money handed, String operator);

    /**
     * Takes a card payment. Blocks until it has an outcome or is unknown, up to minutes; progress comes as events.
     */
    CardResult payCard(String orderId, Money amount, String operator);

    /** Asks the terminal to stop the running payment; the outcome comes from {@link #payCard}. */
    void cancelCard();

    /** Payments whose outcome is still open, oldest first. */
    List<PaymentAttempt> openPayments();

    /**
     * Payments that an earlier run of the till left open and that were resolved since this one began: what the clerk has
     * to be told at log-in.
     */
    List<PaymentAttempt> interrupted();

    /**
     * Decides about a payment whose outcome is not known, with evidence. What is decided is booked at once; a later word of
     * the terminal never changes it, but becomes a task if it says something else. Takes about a tenth of a second.
     *
     * @param pin of a manager; kept nowhere
     */
    OverrideResult override(String attemptId, Evidence evidence, String pin);

    /** What somebody has to look at, the oldest first. */
    List<TillTask> tasks();

    /**
     * Says that a task is done; only one that does not end by itself.
     *
     * @param note what was done
     * @return what is wrong, in words; empty if it is closed now
     */
    Optional<Sentence> closeTask(String taskId, String note, String operator);

    /** What is done through RevKeen: payments by link, receipts by e-mail. */
    OnlineDesk online();

    /** Open tabs: money held on a card and taken or let go later. */
    TabDesk tabs();

    /** Giving money back. */
    RefundDesk refunds();

    /** The drawer from its opening float to its Z report. */
    ShiftDesk shifts();

    /** What is done beside the sales: approvals, earlier sales, staff, refusals, journal. */
    BackOffice office();

    /** What an installer does: devices, the link to RevKeen, looking for faults. */
    InstallDesk install();

    /** The receipt of a paid order; {@code copy} marks it as one. */
    Optional<Receipt> receipt(String orderId, boolean copy);

    /** What was bought, without prices, for somebody it is given to. */
    Optional<Receipt> giftReceipt(String orderId);

    /** Queues that for the printer; trouble is told as a notice. Returns at once. */
    void printGift(String orderId);

    /** Queues the receipt of a paid order for the printer; trouble is told as a notice. Returns at once. */
    void print(String orderId, boolean copy);

    /** Receipts and reports as files. */
    PaperFiles files();

    /** Receipts of refunds. */
    RefundPapers refundPapers();

    /** Ends everything in order: running payments become unknown and are asked about at the next start. */
    @Override
    void close();
}
