package io.keentill.engine.refund;

import io.keentill.domain.order.Quantity;
import io.keentill.domain.refund.NoReceiptReturn;
import java.util.List;
import java.util.Optional;

/**
 * Cash for goods that come back without the receipt of their sale, where the shop's policy allows it
 * ({@code till refund rules}): never to a card, since no card is known to have paid; at the catalogue's price of today or less;
 * up to a limit; with a reason, and approved by somebody who may. RevKeen is told nothing of it: its credit notes and
 * refunds are always of an invoice or a payment (contract, sections B.11 and B.17), and here there is none.
 *
 * <p>Every method blocks for a commit or a query.
 */
public interface NoReceiptDesk {

    /** What the policy says now. */
    NoReceiptTerms terms();

    /** An id for a return that somebody begins to put together; nothing is stored. */
    String begin();

    /**
     * What was scanned or typed: a barcode or SKU of a product, still sold or not, or a label of this shop's scales, read as
     * when selling. A weight on it is so much of the product; a price is what one gives, where the catalogue's is no less.
     *
     * @param times how many of it
     */
    NoReceiptScan scanned(String code, Quantity times);

    /** What these goods would give; an empty list gives nothing and is no problem yet. */
    NoReceiptOffer offer(List<NoReceiptWish.Goods> goods);

    /**
     * Books it, in one commit with number, journal entry and the drawer's share; only then may the cash be handed out. The
     * same wish again answers what was booked, and books nothing.
     *
     * @param operator id of who stands at the till
     * @param approvedBy id of the member of staff who approved it by PIN and has
     *     {@link io.keentill.domain.shop.Permission#RETURN_WITHOUT_RECEIPT}
     */
    NoReceiptResult give(NoReceiptWish wish, String operator, String approvedBy);

    /** The one with this id. */
    Optional<NoReceiptReturn> find(String id);

    /** The one with this number, or with this code at its foot, in either case; {@code #} before the number is allowed. */
    Optional<NoReceiptReturn> named(String text);

    /** The newest first. */
    List<NoReceiptReturn> recent(int limit);
}
