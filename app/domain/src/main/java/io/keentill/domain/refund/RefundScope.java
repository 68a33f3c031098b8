package io.keentill.domain.refund;

import io.keentill.domain.money.Money;
import io.keentill.domain.order.Quantity;
import java.util.List;

/** How much of a sale is to go back. */
public sealed interface RefundScope {

    /** All that is left of it. */
    record Whole() implements RefundScope {}

    /** These goods; each line of the sale at most once. */
    record Lines(List<Goods> goods) implements RefundScope {

        /** Copies the list. */
        public Lines {
            goods = List.copyOf(goods);
        }
    }

    /** An amount without goods, for instance a price reduction afterwards. */
    record Amount(Money amount) implements RefundScope {}

    /**
     * So much of one line.
     *
     * @param lineId the line of the sale
     */
    record Goods(String lineId, Quantity quantity) {}
}
