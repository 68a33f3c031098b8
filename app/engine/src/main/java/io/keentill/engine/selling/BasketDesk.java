package io.keentill.engine.selling;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.OrderLine;
import io.keentill.domain.order.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed about the order on the counter beyond quantity and discount. Each change is one commit, and is
 * refused once something was paid. {@code operator} is the id of who answers for it.
 */
public interface BasketDesk {

    /** Adds a product whose price is asked for, at {@code price} for one, zero or above. */
    SaleChange addPriced(String productId, Money price, Quantity quantity, String operator);

    /** Adds a product that has several prices at one of them. */
    SaleChange addChoice(String productId, String choiceId, Quantity quantity, String operator);

    /** Puts a line that was taken out back where it was, counted from 0, with all that was said about it. */
    SaleChange putBack(OrderLine line, int place, String operator);

    /**
     * Sells a line for another price than the shelf says, zero or above; null for the shelf's again.
     *
     * @return {@link SaleChange.NeedsManager} unless {@code operator} is one; the journal names them
     */
    SaleChange setPrice(String lineId, @Nullable Money price, String operator);

    /** What the customer asked for about a line; blank for nothing. At most 200 characters are kept. */
    SaleChange setLineNote(String lineId, String note);

    /** What is to be remembered of the sale; blank for nothing. At most 200 characters are kept. */
    SaleChange setNote(String note);

    /**
     * Sells everything in the basket without tax, or with it again.
     *
     * @param reason such as the number of a certificate; null for with tax
     * @return {@link SaleChange.NeedsManager} unless {@code operator} is one; the journal names them
     */
    SaleChange setExemption(@Nullable String reason, String operator);

    /**
     * Takes off what one of RevKeen's discount codes is worth: from the whole sale, or from the lines it is for that are in
     * the basket now.
     */
    SaleChange applyCode(String code, String operator);
}
