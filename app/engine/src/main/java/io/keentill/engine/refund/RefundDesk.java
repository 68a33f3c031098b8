package io.keentill.engine.refund;

import io.keentill.domain.order.Order;
import io.keentill.domain.refund.MoneyBack;
import io.keentill.domain.refund.Refund;
import io.keentill.domain.refund.RefundScope;
import io.keentill.domain.refund.Refundable;
import java.util.List;
import java.util.Optional;

/**
 * Giving money back on sales. {@link #refund} and {@link #goOn} block like a card payment where a card is involved; all
 * else blocks for a commit or a query. {@code operator} is the id of the logged-in staff, who must not be a clerk.
 */
public interface RefundDesk {

    /**
     * Sales for what was typed or scanned: a receipt number, the code on a receipt, the beginning of a reference, or part
     * of the name or SKU of something sold. The newest first.
     */
    List<Order> find(String text, int limit);

    /** What of a sale may still go back; empty if there is no such sale. */
    Optional<Refundable> refundable(String orderId);

    /**
     * Gives money back. A sale that is not finished can be given back as a whole only, and is cancelled by that. Cards
     * come first, one after the other; cash is booked when they are done.
     */
    RefundResult refund(RefundWish wish, String operator);

    /**
     * Takes goods of an earlier sale back and pays with them for what is in a basket, at most what is due on it: both in one
     * commit, which also closes the basket if nothing is due on it any more. What the goods are worth beyond that goes back
     * as {@code wish.back()} says, after it, as in {@link #refund}.
     *
     * @param wish of a finished sale of this till, with the goods that come back as its scope
     * @param basketId the sale with the new goods
     */
    RefundResult exchange(RefundWish wish, String basketId, String operator);

    /** Asks RevKeen for a sale of another till by the code on its receipt. Blocks for the network. */
    SalesElsewhere.Answer findElsewhere(String code);

    /**
     * Gives money back on a sale of another till. RevKeen is asked again right before, and nothing goes back without its
     * answer: only it knows what other tills gave back. A card has to be presented, since its payment is not of this
     * terminal.
     *
     * @param reason why, for people
     */
    RefundResult refundElsewhere(ForeignSale sale, RefundScope scope, MoneyBack back, String reason, String operator);

    /** Cash for goods of which nobody has the receipt, where the shop allows that. */
    NoReceiptDesk withoutReceipt();

    /** Goes on with a refund that is begun: the next part of it. */
    RefundResult goOn(String refundId, String operator);

    /** Ends a refund without what is still to go back. Refused while the outcome of a part is not known. */
    RefundResult giveUp(String refundId, String operator);

    /**
     * Gives what is left of a refund back in cash instead of to the card. Only where that is the one way out: a sale that
     * was never finished, of which part went back, while a card does not take its part. The sale is cancelled by it.
     */
    RefundResult restInCash(String refundId, String operator);

    /** A refund by id. */
    Optional<Refund> find(String refundId);

    /** Refunds of a sale, oldest first. */
    List<Refund> of(String orderId);

    /** Refunds that are begun and not finished, oldest first: somebody has to continue them or give them up. */
    List<Refund> open();

    /** Refunds of any state, newest first. */
    List<Refund> recent(int limit);
}
