package io.keentill.engine.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to take back without a receipt.
 *
 * @param id from {@link NoReceiptDesk#begin}: the same wish handed in again is the same return
 * @param goods at least one
 * @param reason why, for people; up to 400 characters and not blank
 * @param another that it is another one, although the last return of this shift was of the very same goods
 */
public record NoReceiptWish(String id, List<Goods> goods, String reason, boolean another) {

    /** Copies the list. */
    public NoReceiptWish {
        goods = List.copyOf(goods);
    }

    /**
     * Goods that come back.
     *
     * @param productId the till's id of the product, still sold or not
     * @param quantity how many, or how much by weight
     * @param price given for one unit, at most the catalogue's; null for the catalogue's
     */
    public record Goods(
            String productId, Quantity quantity, @Nullable Money price) {}
}
